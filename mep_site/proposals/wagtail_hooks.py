"""How the admin is told about proposals: addresses, a button, the report, entries of the log."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import AbstractPage

from mep_site.menu_items import PermittedMenuItem
from mep_site.translations.admin.scope import with_language

from .asking import SENT
from .report import PERMISSION, ProposalReportView
from .starting import FILL, FillMenuItem


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Where proposals are asked for, and the report."""
    from .views import FillView, ProposalView

    report = ProposalReportView
    patterns = [
        path("<int:page_id>/", ProposalView.as_view(), name="ask"),
        path("<int:page_id>/fill/", FillView.as_view(), name="fill"),
    ]
    return [
        path("proposals/", include((patterns, "proposals"))),
        path("reports/proposals/", report.as_view(), name="proposal_report"),
        path(
            "reports/proposals/results/",
            report.as_view(results_only=True),
            name="proposal_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def proposal_report_in_menu() -> MenuItem:
    return PermittedMenuItem(
        _("Machine proposals"),
        reverse("proposal_report"),
        permission=PERMISSION,
        icon_name="desktop",
        order=1020,
    )


@hooks.register("register_permissions")
def permission_to_see_proposals() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="proposals", codename="view_servedproposal"
    )


@hooks.register("register_page_action_menu_item")
def register_fill() -> ActionMenuItem:
    """The button that asks for proposals for all that is empty."""
    return FillMenuItem(order=80)


@hooks.register("insert_editor_js")
def proposals_js() -> str:
    return str(Script("js/admin/proposals.js", defer=True))


@hooks.register("after_edit_page")
def ask_to_fill(request: HttpRequest, page: AbstractPage) -> HttpResponse | None:
    """When a draft was saved by that button: on to where is said what would be sent."""
    if FILL not in request.POST or not page.edition_language:
        return None
    return redirect(with_language(reverse("proposals:fill", args=[page.pk]), page.edition_language))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """That texts were sent to an engine."""

    @actions.register_action(SENT)
    class SentFormatter(LogFormatter):
        """Names the engine, and how many texts it got."""

        label = _("Send texts to a machine")

        def format_message(self, log_entry: Any) -> str:
            data = log_entry.data
            return _(
                "Sent to the machine “%(engine)s”. "
                "Published texts: %(published)s; drafts: %(drafts)s"
            ) % {
                "engine": data["engine"],
                "published": len(data["published"]),
                "drafts": len(data["drafts"]),
            }
