"""Which language a request of the admin is about, and whether its user may edit it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from ..blocks import change_texts
from ..contents import body_in, columns_of, text_fields
from ..languages import Language, authoritative, get_language
from ..models import Edition
from ..permissions import Right, languages_for
from ..text import languages_with

PARAMETER = "language"


def language_of(request: HttpRequest, page: AbstractPage | None = None) -> Language:
    """The language that the address names, else the first that its user may edit.

    ``PermissionDenied`` if there is no such language or the user has no right to edit it.
    """
    allowed = languages_for(request.user, Right.EDIT)
    code = request.GET.get(PARAMETER) or request.POST.get(PARAMETER)
    if code is None:
        return _preferred(allowed, page)
    try:
        language = get_language(code)
    except LookupError as reason:
        raise PermissionDenied(str(reason)) from reason
    if language not in allowed:
        raise PermissionDenied(_("You have no right to edit texts in this language."))
    return language


def _preferred(allowed: list[Language], page: AbstractPage | None) -> Language:
    leading = leading_language_of(page) if page else authoritative()
    if leading in allowed:
        return leading
    if not allowed:
        raise PermissionDenied(_("You have no right to edit texts in any language."))
    return allowed[0]


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


def leads(page: AbstractPage, language: Language) -> bool:
    """Whether structure and facts are edited together with the texts in this language."""
    return language in {authoritative(), leading_language_of(page)}


def leading_language_of(page: AbstractPage) -> Language:
    """The language to which structure and facts of a page or draft belong."""
    return next(iter(languages_with(page, "title")), authoritative())


def enter(page: AbstractPage, language: Language) -> None:
    """Bring a draft into the scope of a language, with the schedule of that edition."""
    page.edition_language = language
    edition = Edition.objects.of_page(page)[language.code]
    page.go_live_at, page.expire_at = edition.go_live_at, edition.expire_at
    vars(page).pop("scheduled_revision", None)
    if language == authoritative():
        _start_from_translation(page)


def _start_from_translation(page: AbstractPage) -> None:
    """Offer a page that was started in another language the blocks of that text to fill in.

    The Chinese blocks then have the ids of those that they are paired with.
    """
    leading = leading_language_of(page)
    if leading == authoritative():
        return
    columns = columns_of(page)
    for field in text_fields(type(page)):
        column = authoritative().column(field.name)
        if isinstance(field, StreamField) and not body_in(columns, column):
            model_body = body_in(columns, leading.column(field.name))
            setattr(page, column, change_texts(field.stream_block, model_body, lambda *_: ""))


class ScopedPanels:
    """For views that edit a page: the panels of one language in place of those of the whole page.

    The view knows ``page_class``, ``language`` and ``is_leading``. Wagtail's views assign the
    panels of the page type to ``edit_handler`` and make their form from what they read back.
    """

    @property
    def edit_handler(self) -> Panel:
        """The panels of the edition."""
        return self.page_class.get_edition_handler(self.language, self.is_leading)

    @edit_handler.setter
    def edit_handler(self, handler: Panel) -> None:
        pass
