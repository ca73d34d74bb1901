"""What is done to the place of a page, asked for before anything is shown of it."""

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.views.pages.convert_alias import ConvertAliasView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.models import AbstractPage

from ...languages import authoritative
from ...permissions import PermissionType, may


class ScopedMoveConfirmView(MoveConfirmView):
    """Names the pages to those only who may move the one below the other.

    Wagtail asks whether they may when the form is sent.
    """

    def dispatch(
        self, request: HttpRequest, page_to_move_id: int, destination_id: int, **kwargs: Any
    ) -> HttpResponse:
        """Show it, or move the page."""
        permissions = _page(page_to_move_id).permissions_for_user(request.user)
        if not permissions.can_move_to(_page(destination_id)):
            raise PermissionDenied
        return super().dispatch(request, page_to_move_id, destination_id, **kwargs)


class ScopedConvertAliasView(ConvertAliasView):
    """Makes an alias a page of its own, for those who may edit the Chinese: it is one of them."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Ask, or do it."""
        if not may(request.user, PermissionType.EDIT, authoritative()):
            raise PermissionDenied
        return super().dispatch(request, page_id, **kwargs)


def _page(key: int) -> AbstractPage:
    return get_object_or_404(swapper.load_model("wagtailcore", "Page"), pk=key).specific
