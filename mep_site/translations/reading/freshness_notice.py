"""What readers of a translation are told about how it stands to the Chinese text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet
from django.utils.functional import cached_property

from ..content.composition import published_content
from ..content.content import Content
from ..content.marks import places
from ..content.pins import Pins, fingerprint
from ..freshness.comparison import Comparison, Freshness, compare
from ..languages import Language, authoritative
from ..languages.text import languages_with
from ..models import AuthoritativeChange, AuthoritativeText, Edition, TranslatedPage


@dataclass
class FreshnessNotice:
    """What there is to tell of a translation beside the Chinese text that is in force.

    ``comparison`` names the units that differ. ``content`` is not asked for where none does.
    """

    page: TranslatedPage
    language: Language
    comparison: Comparison
    content: Content

    @property
    def is_behind(self) -> bool:
        """Whether the Chinese text says something else than what was translated."""
        return self.comparison.freshness == Freshness.BEHIND

    @property
    def missing(self) -> int:
        """How many texts of the Chinese are not translated."""
        return len(self.comparison.missing)

    @property
    def unpinned(self) -> int:
        """Of how many texts it is not known which Chinese text they were made from."""
        return len(self.comparison.unpinned) if self.content.has(authoritative()) else 0

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to tell."""
        return self.is_behind or bool(self.missing or self.unpinned)

    @cached_property
    def marks(self) -> dict[str, str]:
        """The first unit that differs, by the place where readers find it."""
        behind = self.comparison.changed + self.comparison.removed
        return places(self.content, self.language, behind)

    # What became of the Chinese text

    @cached_property
    def changes(self) -> list[AuthoritativeChange]:
        """The material changes of the Chinese that are not followed, newest first."""
        if not (self.is_behind or self.missing):
            return []
        changes = material_changes(self.page)
        return list(changes.filter(published_at__gt=self._since) if self._since else changes)

    @property
    def notes(self) -> list[AuthoritativeChange]:
        """Those of the changes about which something was said in public."""
        return with_note(self.changes)

    @cached_property
    def changed_at(self) -> datetime | None:
        """When the Chinese text was changed last, if that is known."""
        if self.changes:
            return self.changes[0].published_at
        names = [fingerprint(self.chinese[unit]) for unit in self.comparison.changed]
        found = AuthoritativeText.objects.filter(page_id=self.page.pk, fingerprint__in=names)
        return found.aggregate(newest=Max("published_at"))["newest"]

    @property
    def follows_newest(self) -> bool:
        """Whether some of its texts already follow the newest Chinese text."""
        newest = self.comparison.translates_text_of
        return bool(newest and self.changed_at and self.changed_at <= newest)

    @property
    def _since(self) -> datetime | None:
        """The time from which on changes of the Chinese are not followed."""
        behind = self.comparison.changed + self.comparison.removed
        dates = [self.pins[unit]["date"] for unit in behind]
        if dates and all(dates):
            return min(map(datetime.fromisoformat, dates))
        return self.comparison.translates_text_of

    # The texts themselves

    @cached_property
    def pins(self) -> Pins:
        """Which Chinese text each unit of the translation was made from."""
        return self.content.pins(self.language)

    @cached_property
    def chinese(self) -> dict[str, str]:
        """The Chinese texts that are in force, by id of their unit."""
        return self.content.shown_texts(authoritative())


def freshness_notice_of(page: TranslatedPage, edition: Edition) -> FreshnessNotice | None:
    """How a translation of a public page stands; ``None`` for the Chinese text itself."""
    language = edition.get_language()
    if language.is_authoritative:
        return None
    if edition.freshness == Freshness.CURRENT:
        return FreshnessNotice(
            page,
            language,
            Comparison(edition.freshness, translates_text_of=edition.translates_text_of),
            Content(type(page)),
        )
    return _compared(page, language, Content.of(page))


def freshness_notice_of_draft(draft: TranslatedPage, language: Language) -> FreshnessNotice | None:
    """How a translation would stand if its draft were published now."""
    if language.is_authoritative:
        return None
    content = Content.of(draft)
    stored = type(draft).objects.filter(pk=draft.pk, live=True).first()
    if stored:
        content = published_content(Content.of(stored), content, (language,))
    return _compared(draft, language, content)


def material_changes(page: TranslatedPage) -> QuerySet[AuthoritativeChange]:
    """The changes of the Chinese text that concern its translations, newest first."""
    return material_changes_of([page.pk])


def material_changes_of(pages: Iterable[int]) -> QuerySet[AuthoritativeChange]:
    """The same for several pages, by their keys."""
    return AuthoritativeChange.objects.filter(
        page_id__in=pages, kind=AuthoritativeChange.Kind.MATERIAL
    )


def with_note(changes: Iterable[AuthoritativeChange]) -> list[AuthoritativeChange]:
    """Those about which something was said in public."""
    return [change for change in changes if languages_with(change, "note")]


def withdrawal_of(edition: Edition) -> AuthoritativeChange | None:
    """The change of the Chinese text for which a translation was withdrawn, if there was one."""
    if not edition.is_withdrawn:
        return None
    changes = AuthoritativeChange.objects.filter(
        page_id=edition.page_id,
        kind=AuthoritativeChange.Kind.WITHDRAW,
        published_at__lte=edition.withdrawn_at,
    )
    if edition.last_published_at:
        changes = changes.filter(published_at__gt=edition.last_published_at)
    return changes.first()


def _compared(page: TranslatedPage, language: Language, content: Content) -> FreshnessNotice:
    return FreshnessNotice(page, language, compare(content, language), content)
