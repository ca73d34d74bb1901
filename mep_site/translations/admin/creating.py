"""The view in which a page is started in one language."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.pages.create import CreateView

from ..languages import authoritative
from ..permissions import Right, may
from .scope import ScopedPanels, edit_url, language_of, with_language
from .steps import submit_translation
from .telling import TellsOfCreation


class EditionCreateView(TellsOfCreation, ScopedPanels, CreateView):
    """Starts a page in one language: in Chinese, or in another one by whoever may edit that."""

    is_leading = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find out the language first."""
        self.language = language_of(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        self.page.edition_language = self.language
        return super().get(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Create the page, if the right to publish is there when that is asked for."""
        self.page.edition_language = self.language
        may_publish = may(request.user, Right.PUBLISH, self.language)
        if "action-publish" in request.POST and not may_publish:
            raise PermissionDenied
        return super().post(request)

    def submit_action(self) -> HttpResponse:
        """Submit; a page that starts in another language goes the way of translations."""
        if self.language == authoritative():
            return super().submit_action()
        response = self.save_action()
        revision = self.page.latest_revision
        submit_translation(self.page, self.language, self.request.user, revision)
        return response

    def get_edit_url(self) -> str:
        """Where the page is edited from now on."""
        return edit_url(self.page, self.language)

    def redirect_and_remain(self) -> HttpResponse:
        """On to the edit form."""
        return redirect(self.get_edit_url())

    def get_preview_url(self) -> str:
        """The address that takes the form for a preview."""
        return with_language(super().get_preview_url(), self.language)
