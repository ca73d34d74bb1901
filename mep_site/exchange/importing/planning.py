"""What a document that came back would change, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from mep_site.translations.admin.editing.conflicts import mark_of
from mep_site.translations.admin.forms.sources import Source, source_of
from mep_site.translations.admin.forms.unit_rows import UnitRow, unit_rows
from mep_site.translations.admin.scope import edit_url
from mep_site.translations.languages import Language
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, may

from ..texts.gathering import in_scope, site_key
from ..texts.returned import ReturnedDocument, ReturnedPage, UnreadableError
from .merging import MergedUnit, Outcome


@dataclass(frozen=True)
class PlannedPage:
    """What would become of one page; ``refusal`` says why nothing would.

    ``draft`` is the newest draft in the scope of the language, ``mark`` names it.
    """

    returned: ReturnedPage
    language: Language
    refusal: str = ""
    draft: AbstractPage | None = None
    source: Source | None = None
    rows: tuple[UnitRow, ...] = ()
    mark: str = ""

    @property
    def name(self) -> str:
        """What the page is called, in the language of the admin's user."""
        return (
            str(self.draft.display_title or self.draft.slug) if self.draft else self.returned.title
        )

    @cached_property
    def units(self) -> list[MergedUnit]:
        """All units that came back, beside what is here."""
        rows = {row.unit.id: row for row in self.rows}
        return [MergedUnit(each, rows.get(each.unit)) for each in self.returned.units]

    @property
    def told(self) -> list[MergedUnit]:
        """Those of them about which there is anything to say."""
        return [each for each in self.units if each.is_told]

    @property
    def edit_url(self) -> str:
        """Where the page is edited; empty if there is none."""
        return edit_url(self.draft, self.language) if self.draft else ""

    def with_outcome(self, *outcomes: Outcome) -> list[MergedUnit]:
        return [each for each in self.units if each.outcome in outcomes]


def refuse_foreign(document: ReturnedDocument, user: AbstractBaseUser | None) -> None:
    """:class:`UnreadableError` if a document is not from here, or not for this user.

    ``user`` is ``None`` where an operator imports.
    """
    if document.site != site_key():
        raise UnreadableError(
            _("The file was exported from another site, and its texts have no place here.")
        )
    if user and not may(user, PermissionType.EDIT, document.language):
        raise UnreadableError(
            _("The file is a translation into this language, which you may not edit: %(language)s")
            % {"language": document.language}
        )


def plan(document: ReturnedDocument, user: AbstractBaseUser | None) -> list[PlannedPage]:
    """What the document would change; :class:`UnreadableError` if it is none of ours."""
    refuse_foreign(document, user)
    return [planned_page(each, document.language, user) for each in document.pages]


def planned_page(
    returned: ReturnedPage, language: Language, user: AbstractBaseUser | None
) -> PlannedPage:
    """What would become of one page."""
    pages = swapper.load_model("wagtailcore", "Page").objects
    page = pages.filter(pk=returned.page_id).first()
    if page is None or str(page.translation_key) != returned.key:
        return PlannedPage(returned, language, _("This page does not exist here, or not any more."))
    draft = in_scope(page, language)
    refusal = _refusal(draft, language, user)
    if refusal:
        return PlannedPage(returned, language, refusal, draft)
    source = source_of(draft)
    edition = Edition.objects.get_or_create_for_page(draft)[language.code]
    return PlannedPage(
        returned,
        language,
        draft=draft,
        source=source,
        rows=tuple(unit_rows(draft, source)),
        mark=mark_of(edition),
    )


def _refusal(draft: AbstractPage, language: Language, user: AbstractBaseUser | None) -> str:
    if draft.get_source_language() == language:
        return _("The texts in this language are the source text of the page, and no translation.")
    if user and not draft.permissions_for_user(user).can_edit():
        return _("You may not edit this page.")
    lock = draft.get_lock()
    if user and lock and lock.for_user(user):
        return _("The page is locked.")
    return ""


def all_told(pages: Iterable[PlannedPage]) -> dict[Outcome, int]:
    """How many units there are of each outcome."""
    units = [unit for page in pages for unit in page.units]
    return {each: sum(unit.outcome == each for unit in units) for each in Outcome}
