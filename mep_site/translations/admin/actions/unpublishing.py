"""Unpublishing some languages of a page, and taking back the schedule of one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.revisions import RevisionsUnscheduleView
from wagtail.admin.views.pages.unpublish import UnpublishView

from ...content.envelope import languages_of_revision, saved_in
from ...languages import Language, get_language, languages
from ...models import Edition
from ...models.edition import live_languages
from ...permissions import PermissionType, languages_for, may
from ...publishing.unpublish import UnpublishEditionsAction, unschedule
from ..scope import PARAMETER
from ..telling import told


class EditionUnpublishView(UnpublishView):
    """Asks which of the languages that are public shall not be so any more."""

    template_name = "translations/confirm_unpublish.html"

    @cached_property
    def allowed(self) -> list[Language]:
        """The languages that the user may unpublish."""
        return languages_for(self.request.user, PermissionType.PUBLISH)

    @cached_property
    def offered(self) -> list[Language]:
        """Those of them that are public."""
        live = live_languages(Edition.objects.get_or_create_for_page(self.object).values())
        return [each for each in live if each in self.allowed]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse what the user may not unpublish; what is not public any more is no fault."""
        asked = request.GET.getlist(PARAMETER)
        self._refuse_others(asked)
        if not self.object.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        if not (self._among_offered(asked) if asked else self.offered):
            return self._nothing_to_do()
        return super().dispatch(request, *args, **kwargs)

    def _refuse_others(self, codes: list[str]) -> None:
        if not set(codes) <= {each.code for each in self.allowed}:
            raise PermissionDenied(
                _("You have no permission to unpublish this page in these languages.")
            )

    def _among_offered(self, codes: list[str]) -> list[Language]:
        return [each for each in self.offered if each.code in codes]

    def _nothing_to_do(self) -> HttpResponse:
        """For who pressed twice, or came second."""
        text = _("Nothing was unpublished: “%(title)s” is not public in these languages any more.")
        names = {"title": self.object.get_admin_display_title()}
        messages.info(self.request, text % names)
        return redirect(self.get_next_url())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Unpublish what was chosen, or ask once more where nothing was."""
        codes = request.POST.getlist("languages")
        self._refuse_others(codes)
        self.chosen = self._among_offered(codes)
        if codes and not self.chosen:
            return self._nothing_to_do()
        if not codes:
            messages.error(request, _("Choose at least one language."))
            return redirect(request.get_full_path())
        return super().post(request, *args, **kwargs)

    def unpublish(self) -> HttpResponse | None:
        response = self.run_hook("before_unpublish_page", self.request, self.object)
        if response is not None:
            return response
        UnpublishEditionsAction(
            self.object,
            user=self.request.user,
            languages=self.chosen,
            include_descendants=bool(self.request.POST.get("include_descendants")),
        ).execute()
        return self.run_hook("after_unpublish_page", self.request, self.object)

    def get_success_message(self) -> str:
        """Say which languages are down."""
        return told(_("Unpublished: “%(title)s” (%(language)s)."), self.object, *self.chosen)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the languages to choose from; all are chosen unless the address names one."""
        asked = self.request.GET.get(PARAMETER)
        chosen = [get_language(asked)] if asked else self.offered
        return super().get_context_data(**kwargs, languages=self.offered, chosen=chosen)


class EditionUnscheduleView(RevisionsUnscheduleView):
    """Takes back the schedule of a revision, by whoever may publish its language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the language of the revision; one that a program saved concerns all it has."""
        concerned = languages_of_revision(self.revision.content)
        if not all(may(request.user, PermissionType.PUBLISH, each) for each in concerned):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the schedule back, unless the moment has come meanwhile or somebody else did."""
        if unschedule(self.revision, request.user):
            messages.success(request, self.get_success_message(), self.get_success_buttons())
        else:
            messages.info(request, _("This version is not scheduled any more."))
        return redirect(self.get_next_url())

    def get_success_message(self) -> str:
        """Say which text does not go live by itself any more."""
        language = saved_in(self.revision.content)
        chosen = [language] if language else languages()
        return told(_("Not scheduled any more: “%(title)s” (%(language)s)."), self.object, *chosen)
