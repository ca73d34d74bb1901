"""The action on ticked pages that leads to their export."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import AbstractPage

from mep_site.translations.permissions import PermissionType, languages_for


class ExportBulkAction(PageBulkAction):
    """Leads to the view that exports; nothing is changed, so nothing is confirmed here."""

    display_name = _("Export for translation")
    aria_label = _("Export the texts of selected pages for translation")
    action_type = "export_texts"
    action_priority = 60
    template_name = "exchange/export.html"

    def check_perm(self, page: AbstractPage) -> bool:
        """Whether the user may edit the page in some language."""
        user = self.request.user
        in_tree = page.permissions_for_user(user).can_edit()
        return in_tree and bool(languages_for(user, PermissionType.EDIT))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go on with the pages that were ticked."""
        pages, _others = self.get_actionable_objects()
        query = QueryDict(mutable=True)
        query.setlist("page", [page.pk for page in pages])
        return redirect(f"{reverse('exchange:export')}?{query.urlencode()}")

    post = get

    @classmethod
    def execute_action(cls, objects: list[AbstractPage], **kwargs: Any) -> tuple[int, int]:
        """Nothing: the view that exports does."""
        return 0, 0
