"""The view in which a publisher lets the Chinese text lead a page that was started without one."""

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
from ...permissions import Right, may
from ...permissions.pages import may_let_chinese_lead
from ...publishing.leading import let_lead
from ..scope import edit_url


class LetChineseLeadView(WagtailAdminTemplateMixin, TemplateView):
    """Asks, then hands structure, facts and slug of a page to its Chinese text."""

    template_name = "translations/confirm_lead.html"
    page_title = gettext_lazy("Let the Chinese text lead")
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
        if not may(request.user, Right.PUBLISH, authoritative()):
            raise PermissionDenied
        if self.page.get_leading_language() == authoritative():
            return redirect(edit_url(self.page, authoritative()))
        if not may_let_chinese_lead(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Hand the page over, and go on to its Chinese text."""
        let_lead(self.page, authoritative(), request.user)
        messages.success(
            request,
            _("From now on the Chinese text leads: “%(title)s”.")
            % {"title": self.page.get_admin_display_title()},
        )
        return redirect(edit_url(self.page, authoritative()))

    def get_page_subtitle(self) -> str:
        """The title of the page."""
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the language that leads so far."""
        leading = self.page.get_leading_language()
        back = edit_url(self.page, authoritative())
        return super().get_context_data(**kwargs, leading=leading, back=back)
