"""Adds the report of subscriptions to Wagtail's admin, and the permission to see it to groups."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from mep_site.menu_items import PermittedMenuItem

from .report import PERMISSION, SubscriptionReportView


@hooks.register("register_admin_urls")
def subscription_report_urls() -> list[URLPattern]:
    view = SubscriptionReportView
    return [
        path("reports/subscriptions/", view.as_view(), name="subscription_report"),
        path(
            "reports/subscriptions/results/",
            view.as_view(results_only=True),
            name="subscription_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def subscription_report_in_menu() -> MenuItem:
    return PermittedMenuItem(
        _("Subscriptions by e-mail"),
        reverse("subscription_report"),
        permission=PERMISSION,
        icon_name="mail",
        order=1010,
    )


@hooks.register("register_permissions")
def permission_to_see_subscriptions() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="subscriptions", codename="view_subscription"
    )
