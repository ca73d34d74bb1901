"""The panels of the first page of the admin: the next work first, then what waits for whom."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from mep_site.translations.admin.dashboard.items import first_items
from mep_site.translations.admin.dashboard.worklists import WORKLISTS, Worklist
from mep_site.translations.languages import get_language
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, languages_for

from .taking_turns import in_turn, to_do

# They know one state per page, and no translations.
REPLACED = (RecentEditsPanel, UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


class NextPanel(Component):
    """How much a translator could begin with, and the way to the first of it."""

    name = "next"
    order = 10
    template_name = "desk/queue/next_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        numbers = self._numbers(user)
        first = Edition.objects.select_related("page").filter(pk__in=in_turn(to_do(user), user)[:1])
        return {
            "numbers": numbers,
            "texts": sum(each["texts"] for each in numbers),
            "characters": sum(each["characters"] for each in numbers),
            "first": first.first() if numbers else None,
            "next_url": reverse("desk:next"),
            "queue_url": reverse("desk:queue"),
        }

    def _numbers(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        """How many texts wait, with how many characters, in each language of the user."""
        rows = to_do(user).order_by().values("language")
        counted = rows.annotate(texts=Count("pk"), characters=Sum("open_characters"))
        return [row | {"language": get_language(row["language"])} for row in counted]


class WorklistPanel(Component):
    """A list of what waits for the user: the first items, how many there are, and the way to all.

    Where nothing waits it says so, for those who could have such work.
    """

    template_name = "desk/queue/worklist.html"

    def __init__(self, worklist: Worklist, order: int) -> None:
        self.worklist, self.order = worklist, order

    @cached_property
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
            "queue_url": f"{reverse('desk:queue')}?{self.worklist.report}",
        }


def construct_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put what concerns the user in place of Wagtail's lists of pages."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    own = languages_for(request.user, PermissionType.EDIT)
    if any(not language.is_authoritative for language in own):
        panels.append(NextPanel())
    panels += [
        WorklistPanel(worklist, order=50 + place)
        for place, worklist in enumerate(WORKLISTS)
        if worklist.concerns(request.user)
    ]
