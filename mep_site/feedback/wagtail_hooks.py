"""Registers the list of error reports, its number of new ones, and what its history shows."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from .admin import ANSWERED, STATE_CHANGED, ErrorReportViewSet
from .menu import ReportsSummaryItem
from .models import ErrorReport


@hooks.register("register_admin_viewset")
def register_reports() -> ErrorReportViewSet:
    return ErrorReportViewSet()


@hooks.register("construct_homepage_summary_items")
def add_summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    """The number of new reports on the home page of the admin."""
    items.append(ReportsSummaryItem(request))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(ANSWERED, _("Send an answer"), _("Answer sent to the reporter"))

    @actions.register_action(STATE_CHANGED)
    class StateFormatter(LogFormatter):
        """Shows the state that the report is in since."""

        label = _("Change the state of a report")

        def format_message(self, log_entry: Any) -> str:
            state = log_entry.data.get("state")
            label = ErrorReport.State(state).label if state in ErrorReport.State else state
            return _("State changed to: %(state)s") % {"state": label}
