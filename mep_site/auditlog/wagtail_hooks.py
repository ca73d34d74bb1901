"""Adds the report of the audit log to the admin, and the permission to see it to groups."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from mep_site.menu_items import PermittedMenuItem

from .report import PERMISSION, AuditReportView


@hooks.register("register_admin_urls")
def audit_report_urls() -> list[URLPattern]:
    view = AuditReportView
    return [
        path("reports/audit/", view.as_view(), name="audit_report"),
        path(
            "reports/audit/results/", view.as_view(results_only=True), name="audit_report_results"
        ),
    ]


@hooks.register("register_reports_menu_item")
def audit_report_in_menu() -> MenuItem:
    return PermittedMenuItem(
        _("Audit log"),
        reverse("audit_report"),
        permission=PERMISSION,
        icon_name="history",
        order=1040,
    )


@hooks.register("register_permissions")
def permission_to_see_the_audit_log() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="auditlog", codename="view_auditrecord"
    )
