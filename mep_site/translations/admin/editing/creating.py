"""The view in which a page is started in one language."""

import json
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.admin.utils import set_query_params
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import AbstractPage

from mep_site.internals import HYDRATE

from ...languages import authoritative
from ...permissions import PermissionType, may
from ...publishing.going_live import lock_row
from ..forms.edit_handlers import ScopedPanels
from ..scope import PreferredLanguage, edit_url, with_language
from ..telling import TellsOfCreation
from .conflicts import OpenForm
from .steps import submit_translation
from .views import EditionEditView


class EditionCreateView(PreferredLanguage, TellsOfCreation, ScopedPanels, CreateView):
    """Starts a page in one language: in Chinese, or in another one by whoever may edit that."""

    is_source_language = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let what is sent twice wait, and create one page."""
        self.open_form = OpenForm.of(request)
        if request.method == "POST":
            lock_row(args[-1] if args else kwargs["parent_page_id"])
            page = self.open_form.created_page(request.user)
            if page:
                return self._go_on_with(page)
        return super().dispatch(request, *args, **kwargs)

    def _go_on_with(self, page: AbstractPage) -> HttpResponse:
        """Save the page that the form has created before, as the form would if it knew."""
        response = EditionEditView.as_view()(self.request, page.pk)
        if isinstance(response, JsonResponse) and response.status_code == HTTPStatus.OK:
            self.page = page
            answer = json.loads(response.content) | self._addresses()
            return JsonResponse(answer)
        return response

    def _addresses(self) -> dict[str, str]:
        """Where the form goes on, and where it gets what an edit form has on top."""
        url = self.get_edit_url()
        asked = HYDRATE | {"form_token": self.open_form.token}
        return {"url": url, "hydrate_url": set_query_params(url, asked)}

    def get(self, request: HttpRequest) -> HttpResponse:
        self.page.start_in(self.language)
        return super().get(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Create the page, if the permission to publish is there when that is asked for."""
        self.page.start_in(self.language)
        self.page.edition_form = self.open_form.token
        may_publish = may(request.user, PermissionType.PUBLISH, self.language)
        if "action-publish" in request.POST and not may_publish:
            raise PermissionDenied
        return super().post(request)

    def save_action(self) -> HttpResponse:
        """Create a draft; the form goes on as the one that wrote it."""
        response = super().save_action()
        if isinstance(response, JsonResponse) and response.status_code == HTTPStatus.OK:
            return JsonResponse(json.loads(response.content) | self._addresses())
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what tells this form from others."""
        form = replace(self.open_form, user=str(self.request.user.pk))
        return super().get_context_data(**kwargs) | {"open_form": form}

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
