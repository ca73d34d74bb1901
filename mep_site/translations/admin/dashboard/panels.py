"""The panels of the first page of the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from .items import first_items
from .worklists import WORKLISTS, Worklist

# They know one state per page, and no translations.
REPLACED = (RecentEditsPanel, UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


class WorklistPanel(Component):
    """A list of what waits for the user: the first items, how many there are, and the way to all.

    Where nothing waits it says so, for those who could have such work.
    """

    template_name = "translations/dashboard/worklist.html"

    def __init__(self, worklist: Worklist, order: int) -> None:
        self.worklist, self.order = worklist, order

    @property
    def name(self) -> str:
        """The name by which other hooks find the panel."""
        return f"worklist_{self.worklist.name}"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        count = self.worklist.of(user).count()
        items = first_items(self.worklist, user) if count else []
        return {
            "worklist": self.worklist,
            "items": items,
            "count": count,
            "has_more": count > len(items),
            "report_url": f"{reverse('editions:report')}?{self.worklist.report}",
        }


def construct_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put the worklists that concern the user in place of Wagtail's lists of pages."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels += [
        WorklistPanel(worklist, order=50 + place)
        for place, worklist in enumerate(WORKLISTS)
        if worklist.concerns(request.user)
    ]
