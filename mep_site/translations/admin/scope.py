"""Which language a request of the admin is about, and whether its user may edit it."""

from http import HTTPStatus
from typing import Any

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views import View
from wagtail.models import AbstractPage

from ..languages import Language, authoritative
from ..permissions import PermissionType, languages_for

PARAMETER = "language"


class UnnamedLanguageError(PermissionDenied):
    """A request acts on an edition and does not say on which."""


def names_language(request: HttpRequest) -> bool:
    """Whether the request says, by its address or in its form, which language it is about."""
    return PARAMETER in request.GET or PARAMETER in request.POST


def requested_language(request: HttpRequest) -> Language:
    """The language that the request names.

    ``PermissionDenied`` if it names none, two, or one that its user has no permission to edit.
    """
    codes = {values[PARAMETER] for values in (request.GET, request.POST) if PARAMETER in values}
    if not codes:
        raise UnnamedLanguageError(_("The request does not say which language it is about."))
    languages = [
        each for each in languages_for(request.user, PermissionType.EDIT) if each.code in codes
    ]
    if len(codes) != len(languages) or len(languages) > 1:
        raise PermissionDenied(_("You have no permission to edit texts in this language."))
    return languages[0]


def preferred_language(user: AbstractBaseUser, page: AbstractPage | None = None) -> Language:
    """The language that a form opens in where a link names none.

    This is the one place that decides: the source language of the page (of a new
    one the Chinese), else the first that the user may edit. ``PermissionDenied`` if there is none.
    """
    allowed = languages_for(user, PermissionType.EDIT)
    if not allowed:
        raise PermissionDenied(_("You have no permission to edit texts in any language."))
    source = page.get_source_language() if page else authoritative()
    return source if source in allowed else allowed[0]


def newest_draft(page_id: int) -> AbstractPage:
    """The newest draft of a page; ``404`` if there is no such page."""
    pages = swapper.load_model("wagtailcore", "Page").objects.select_related("latest_revision")
    return get_object_or_404(pages, pk=page_id).get_latest_revision_as_object()


def editable_draft(user: AbstractBaseUser, page_id: int, language: Language) -> AbstractPage:
    """The newest draft of a page in the scope of a language, for whoever may edit that.

    ``PermissionDenied`` for anybody else; Wagtail would ask for the permission to edit what was
    saved last, which may be another language.
    """
    draft = newest_draft(page_id)
    draft.enter(language)
    if not draft.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return draft


def with_language(url: str, language: Language) -> str:
    """The address for one language."""
    joint = "&" if "?" in url else "?"
    return f"{url}{joint}{urlencode({PARAMETER: language.code})}"


def edit_url(page: AbstractPage, language: Language) -> str:
    """Where a page is edited in a language."""
    return with_language(reverse("wagtailadmin_pages:edit", args=[page.pk]), language)


def question_url(page: AbstractPage, language: Language, step: str) -> str:
    """Where is asked about the open texts of a translation before it takes a step."""
    return with_language(reverse("editions:open_units", args=[page.pk, step]), language)


def is_source_language(page: AbstractPage, language: Language) -> bool:
    """Whether structure and facts are edited together with the texts in this language."""
    return language == page.get_source_language()


class NamedLanguage:
    """For views that act on an edition: they are told which, and refuse to guess."""

    @cached_property
    def language(self) -> Language:
        return requested_language(self.request)

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Load what the view is about, if the language is named."""
        if names_language(request):
            super().setup(request, *args, **kwargs)
        else:
            View.setup(self, request, *args, **kwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, if the language is named."""
        if names_language(request):
            return super().dispatch(request, *args, **kwargs)
        return self.answer_without_language(request, **kwargs)

    def answer_without_language(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Refuse, and offer the languages that there are."""
        return refuse_to_guess(request)


class PreferredLanguage(NamedLanguage):
    """For forms that links of Wagtail's lead to, which are sent on to the preferred language."""

    def answer_without_language(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Send whoever follows a link on; refuse what would be changed."""
        if request.method not in {"GET", "HEAD"}:
            return refuse_to_guess(request)
        language = preferred_language(request.user, self.page_asked_for(**kwargs))
        return redirect(with_language(request.get_full_path(), language))

    def page_asked_for(self, page_id: int | None = None, **kwargs: Any) -> AbstractPage | None:
        """The page that the address is about, if there is one already."""
        pages = swapper.load_model("wagtailcore", "Page")
        return get_object_or_404(pages, pk=page_id) if page_id else None


def refuse_to_guess(request: HttpRequest) -> HttpResponse:
    """Say that the language is missing; where nothing was sent, offer the address in each."""
    reason = _("This address does not say which language it is about. Nothing was changed.")
    if not request.accepts("text/html"):
        answer = {"success": False, "error_code": "no_language", "error_message": reason}
        return JsonResponse(answer, status=HTTPStatus.BAD_REQUEST)
    choices = [
        (language, with_language(request.get_full_path(), language))
        for language in languages_for(request.user, PermissionType.EDIT)
        if request.method == "GET"
    ]
    context = {"reason": reason, "choices": choices, "page_title": _("Which language?")}
    return TemplateResponse(
        request, "translations/which_language.html", context, status=HTTPStatus.BAD_REQUEST
    )
