"""What Wagtail is told of the queue: addresses, a place in the menu, panels of the first page."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from mep_site.translations.permissions import PermissionType, languages_for

from .assigning import ACTION
from .bulk import AssignBulkAction, GiveBackBulkAction, TakeBulkAction
from .panels import construct_panels

hooks.register("construct_homepage_panels", construct_panels)
for bulk_action in (AssignBulkAction, TakeBulkAction, GiveBackBulkAction):
    hooks.register("register_bulk_action", bulk_action)


@hooks.register("register_admin_urls")
def register_queue_urls() -> list[URLPattern]:
    """The queue, and where it used to be."""
    from .coverage import CoverageView
    from .saved import DeleteFilterView, SaveFilterView
    from .taking_turns import NextView
    from .views import QueueView

    patterns = [
        path("", QueueView.as_view(), name="queue"),
        path("results/", QueueView.as_view(results_only=True), name="queue_results"),
        path("next/", NextView.as_view(), name="next"),
        path("coverage/", CoverageView.as_view(), name="coverage"),
        path("filters/save/", SaveFilterView.as_view(), name="save_filter"),
        path("filters/<int:pk>/delete/", DeleteFilterView.as_view(), name="delete_filter"),
    ]
    moved = RedirectView.as_view(pattern_name="desk:queue", query_string=True, permanent=True)
    return [
        path("translations/", include((patterns, "desk"))),
        path("editions/report/", moved),
        path("editions/report/results/", moved),
    ]


class QueueMenuItem(MenuItem):
    """The place of the queue in the menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user may edit texts in some language."""
        return bool(languages_for(request.user, PermissionType.EDIT))


@hooks.register("register_log_actions")
def register_assignments(actions: LogActionRegistry) -> None:
    """The history of a page says whose its translations were and until when."""

    @actions.register_action(ACTION)
    class AssignmentFormatter(LogFormatter):
        label = _("Assign a translation")
        message = _("Translation assigned")

        def format_comment(self, log_entry: Any) -> str:
            said = (log_entry.data.get(name) for name in ("assignee", "deadline", "note"))
            return " · ".join(each for each in said if each)


@hooks.register("register_admin_menu_item")
def register_queue_menu_item() -> MenuItem:
    # After the pages.
    return QueueMenuItem(
        _("Translations"), reverse("desk:queue"), name="translations", icon_name="globe", order=110
    )
