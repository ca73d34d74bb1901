"""The view that makes Chinese the source language of a page that was started in another one."""

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...languages import authoritative
from ...models import TranslatedPage
from ...permissions import PermissionType, may
from ...permissions.page_permissions import may_make_chinese_the_source
from ...publishing.source_language import change_source_language
from ..scope import edit_url


class MakeChineseTheSourceView(WagtailAdminTemplateMixin, TemplateView):
    """Asks, then hands structure, facts and slug of a page to its Chinese text."""

    template_name = "translations/confirm_source.html"
    page_title = gettext_lazy("Make Chinese the source language")
    header_icon = "globe"
    # With a headline in place of them.
    breadcrumbs_items = ()

    @cached_property
    def page(self) -> TranslatedPage:
        """The page as it is stored."""
        pages = swapper.load_model("wagtailcore", "Page")
        return get_object_or_404(pages, pk=self.kwargs["page_id"], depth__gt=1).specific

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For those only who may publish the Chinese text of the page."""
        if not may(request.user, PermissionType.PUBLISH, authoritative()):
            raise PermissionDenied
        if self.page.get_source_language() == authoritative():
            return redirect(edit_url(self.page, authoritative()))
        if not may_make_chinese_the_source(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Hand the page over, and go on to its Chinese text."""
        change_source_language(self.page, authoritative(), request.user)
        messages.success(
            request,
            _("From now on Chinese is the source language: “%(title)s”.")
            % {"title": self.page.get_admin_display_title()},
        )
        return redirect(edit_url(self.page, authoritative()))

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the source language that the page has so far."""
        source = self.page.get_source_language()
        back = edit_url(self.page, authoritative())
        return super().get_context_data(**kwargs, source=source, back=back)
