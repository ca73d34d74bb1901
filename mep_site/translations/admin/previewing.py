"""The views that show a form as the public would see its page."""

from typing import Any

import swapper
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from wagtail.admin.views.pages.preview import (
    PreviewOnCreateView,
    PreviewOnEditView,
    ViewDraftView,
)
from wagtail.models import AbstractPage

from .scope import NamedLanguage, enter, leads, preferred_language


class EditionPreviewView(NamedLanguage, PreviewOnEditView):
    """Previews the form of one language on top of the newest draft."""

    def get_object(self) -> AbstractPage:
        """The newest draft in the scope of the language."""
        page = super().get_object()
        enter(page, self.language)
        return page

    @property
    def parent_object_id(self) -> str:
        """Keeps what is typed in one language apart from what is typed in another."""
        return self.language.code

    def get_form(self, query_dict: Any) -> Any:
        """The form of the edition."""
        handler = self.object.get_edition_handler(self.language, leads(self.object, self.language))
        return handler.get_form_class()(
            query_dict or None,
            instance=self.object,
            parent_page=self.object.get_parent().specific,
            for_user=self.request.user,
        )


class EditionPreviewOnCreateView(NamedLanguage, PreviewOnCreateView):
    """Previews a page that does not exist yet."""

    def get_object(self) -> AbstractPage:
        """The new page in the scope of the language."""
        page = super().get_object()
        page.start_in(self.language)
        return page

    def get_form(self, query_dict: Any) -> Any:
        """The form of the edition."""
        pages = swapper.load_model("wagtailcore", "Page")
        handler = self.object.get_edition_handler(self.language, is_leading=True)
        form = handler.get_form_class()(
            query_dict or None,
            instance=self.object,
            parent_page=get_object_or_404(pages, pk=self.parent_object_id).specific,
            for_user=self.request.user,
        )
        if self.validate_form(form):
            form.instance.set_url_path(form.parent_page)
            form.instance.minimal_clean()
        return form


class EditionDraftView(ViewDraftView):
    """Shows the newest draft in the language that the address names as the mode of the preview."""

    def dispatch(
        self, request: HttpRequest, page_id: int, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Send on to the preferred language where none is named."""
        if "mode" in request.GET:
            return super().dispatch(request, page_id, *args, **kwargs)
        page = get_object_or_404(swapper.load_model("wagtailcore", "Page"), pk=page_id)
        mode = preferred_language(request.user, page).code
        return redirect(f"{request.path}?{urlencode({'mode': mode})}")
