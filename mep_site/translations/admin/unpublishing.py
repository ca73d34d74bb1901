"""Unpublishing some languages of a page, and taking back the schedule of one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.revisions import RevisionsUnscheduleView
from wagtail.admin.views.pages.unpublish import UnpublishView

from ..contents import saved_in
from ..languages import Language, get_language, languages
from ..models import Edition
from ..models.edition import live_languages
from ..permissions import Right, may
from ..publishing import UnpublishEditionsAction
from .scope import PARAMETER
from .telling import told


class EditionUnpublishView(UnpublishView):
    """Asks which of the languages that are public shall not be so any more."""

    template_name = "translations/confirm_unpublish.html"

    @cached_property
    def offered(self) -> list[Language]:
        """The languages that are public and that the user may unpublish."""
        live = live_languages(Edition.objects.of_page(self.object).values())
        return [each for each in live if may(self.request.user, Right.PUBLISH, each)]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse where there is nothing that the user may unpublish."""
        asked = request.GET.get(PARAMETER)
        if not self.offered or (asked and asked not in {each.code for each in self.offered}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def _chosen(self) -> list[Language]:
        """The languages of the request; ``PermissionDenied`` for one that is not offered."""
        codes = self.request.POST.getlist("languages")
        chosen = [each for each in self.offered if each.code in codes]
        if not chosen or len(chosen) != len(set(codes)):
            raise PermissionDenied(_("Choose at least one language that you may unpublish."))
        return chosen

    def unpublish(self) -> HttpResponse | None:
        """Unpublish the chosen languages."""
        response = self.run_hook("before_unpublish_page", self.request, self.object)
        if response is not None:
            return response
        UnpublishEditionsAction(
            self.object,
            user=self.request.user,
            languages=self._chosen(),
            include_descendants=bool(self.request.POST.get("include_descendants")),
        ).execute()
        return self.run_hook("after_unpublish_page", self.request, self.object)

    def get_success_message(self) -> str:
        """Say which languages are down."""
        return told(_("Unpublished: “%(title)s” (%(language)s)."), self.object, *self._chosen())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the languages to choose from; all are chosen unless the address names one."""
        asked = self.request.GET.get(PARAMETER)
        chosen = [get_language(asked)] if asked else self.offered
        return super().get_context_data(**kwargs, languages=self.offered, chosen=chosen)


class EditionUnscheduleView(RevisionsUnscheduleView):
    """Takes back the schedule of a revision, by whoever may publish its language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the language of the revision."""
        language = saved_in(self.revision.content)
        if language and not may(request.user, Right.PUBLISH, language):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_success_message(self) -> str:
        """Say which text does not go live by itself any more."""
        language = saved_in(self.revision.content)
        chosen = [language] if language else languages()
        return told(_("Not scheduled any more: “%(title)s” (%(language)s)."), self.object, *chosen)
