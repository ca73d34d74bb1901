"""How many reports are new, where editors and translators see it first."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.permissions import policy_registry

from .models import ErrorReport
from .permissions import languages_handled_by


def count_new(request: HttpRequest) -> int:
    """The new reports that the user handles, counted once per request."""
    if not hasattr(request, "new_error_reports"):
        policy = policy_registry.get_by_type(ErrorReport)
        reports = policy.instances_user_has_any_permission_for(request.user, ["view"])
        request.new_error_reports = reports.new().count()
    return request.new_error_reports


class ReportsMenuItem(MenuItem):
    """The entry in the menu, with the number of new reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user handles reports."""
        return bool(languages_handled_by(request.user))

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """The entry as it is for this user at this moment."""
        component = super().render_component(request)
        new = count_new(request)
        if new:
            component.label = f"{self.label} ({new})"
        return component


class ReportsSummaryItem(SummaryItem):
    """The number of new reports on the home page of the admin."""

    order = 300
    template_name = "feedback/summary_item.html"

    def is_shown(self) -> bool:
        """Whether the user handles reports."""
        return bool(languages_handled_by(self.request.user))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The number, and where the reports are."""
        url = f"{reverse('error_reports:index')}?state={ErrorReport.State.NEW}"
        return {"new": count_new(self.request), "url": url}
