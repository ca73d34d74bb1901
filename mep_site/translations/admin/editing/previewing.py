"""The views that show a form as the public would see its page."""

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from wagtail.admin.views.pages.preview import (
    PreviewOnCreateView,
    PreviewOnEditView,
    ViewDraftView,
)
from wagtail.models import AbstractPage

from ...languages import languages
from ..forms.edit_handlers import edition_handler
from ..scope import (
    NamedLanguage,
    editable_draft,
    is_source_language,
    newest_draft,
    preferred_language,
)


class EditionPreviewView(NamedLanguage, PreviewOnEditView):
    """Previews the form of one language on top of the newest draft."""

    def get_object(self) -> AbstractPage:
        """The newest draft in the scope of the language, for whoever may edit that."""
        return editable_draft(self.request.user, self.kwargs["page_id"], self.language)

    @property
    def parent_object_id(self) -> str:
        """Keeps what is typed in one language apart from what is typed in another."""
        return self.language.code

    def get_form(self, query_dict: Any) -> Any:
        handler = edition_handler(
            type(self.object), self.language, is_source_language(self.object, self.language)
        )
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
        pages = swapper.load_model("wagtailcore", "Page")
        handler = edition_handler(type(self.object), self.language, is_source_language=True)
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

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Show it to whoever may edit the page in any language; send on where none is named."""
        page = newest_draft(page_id)
        page.edition_language = None
        permissions = page.permissions_for_user(request.user)
        if not (permissions.can_publish() or permissions.can_edit()):
            raise PermissionDenied
        mode = request.GET.get("mode")
        if mode is None:
            preferred = preferred_language(request.user, page).code
            return redirect(f"{request.path}?{urlencode({'mode': preferred})}")
        if mode not in {language.code for language in languages()}:
            raise Http404
        return page.make_preview_request(request, mode)
