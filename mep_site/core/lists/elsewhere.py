"""What a list cannot show in the reader's language: the entries that are public in others only."""

from dataclasses import dataclass, field

from django.db.models import Exists
from wagtail.models import AbstractPage

from mep_site.translations.languages import Language, active_language, languages

from .counting import LONG, count_entries
from .querysets import BasePageQuerySet, has_live_edition

SHOWN = 20


@dataclass(frozen=True)
class EntryElsewhere:
    """A page and the languages in which the public can read it, the authoritative one first."""

    page: AbstractPage
    languages: list[Language]


@dataclass(frozen=True)
class EntriesElsewhere:
    """Entries of a list without a public text in the active language.

    ``count`` says how many there are, ``shown`` are the first :data:`SHOWN` in the order of the
    list. Of a long list none are shown: to find the few among many takes long, and their number is
    remembered only.
    """

    count: int
    shown: list[EntryElsewhere] = field(default_factory=list)


def entries_elsewhere(matching: BasePageQuerySet, listed: int) -> EntriesElsewhere:
    """Those of the matching entries that are not among the ``listed`` many in this language.

    One query, or one more where there are more than are shown.
    """
    missing = matching.in_any_language().not_in_language(active_language())
    if listed >= LONG:
        return EntriesElsewhere(count_entries(missing, among=listed))
    found = list(missing.annotate(**_public_in())[: SHOWN + 1])
    count = len(found) if len(found) <= SHOWN else count_entries(missing)
    return EntriesElsewhere(count, [_entry(page) for page in found[:SHOWN]])


def _public_in() -> dict[str, Exists]:
    """A column for each language: whether the public can read the page in it."""
    return {_column(language): has_live_edition(language) for language in languages()}


def _entry(page: AbstractPage) -> EntryElsewhere:
    return EntryElsewhere(page, [each for each in languages() if getattr(page, _column(each))])


def _column(language: Language) -> str:
    return f"is_public_{language.suffix}"
