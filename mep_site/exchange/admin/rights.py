"""Who may exchange texts: whoever may edit those of some language."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from mep_site.translations.permissions import PermissionType, languages_for


class ForWritersOnly:
    """For views of the exchange; ``PermissionDenied`` for who edits no texts."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer whoever may edit the texts of some language."""
        self.languages = languages_for(request.user, PermissionType.EDIT)
        if not self.languages:
            raise PermissionDenied(_("You have no permission to edit texts in any language."))
        return super().dispatch(request, *args, **kwargs)


class BelowOverview(ForWritersOnly, WagtailAdminTemplateMixin):
    """For views that the page in the menu leads to, and that lead back there."""

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way here from the first page of the admin."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("exchange:index"), "label": _("Exchange of texts")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]
