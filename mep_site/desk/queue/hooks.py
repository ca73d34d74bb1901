"""What Wagtail is told of the queue: addresses, a place in the menu, panels of the first page."""

from django.http import HttpRequest
from django.urls import URLPattern, include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from mep_site.translations.permissions import PermissionType, languages_for

from .panels import construct_panels

hooks.register("construct_homepage_panels", construct_panels)


@hooks.register("register_admin_urls")
def register_queue_urls() -> list[URLPattern]:
    """The queue, and where it used to be."""
    from .taking_turns import NextView
    from .views import QueueView

    patterns = [
        path("", QueueView.as_view(), name="queue"),
        path("results/", QueueView.as_view(results_only=True), name="queue_results"),
        path("next/", NextView.as_view(), name="next"),
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


@hooks.register("register_admin_menu_item")
def register_queue_menu_item() -> MenuItem:
    # After the pages.
    return QueueMenuItem(
        _("Translations"), reverse("desk:queue"), name="translations", icon_name="globe", order=110
    )
