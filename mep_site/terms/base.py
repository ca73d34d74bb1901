"""The terms in force: those of the base, and those that records of the site say."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from django.utils import timezone

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language

from .matching import TermEntry, TermIndex, TermKind
from .models import ApprovedTerm, TermBaseVersion, TermRendering
from .records import stored_terms


def term_index(language: Language) -> TermIndex:
    """The terms in force today with their renderings into this language.

    Costs one query while nothing has changed. What the base says of a term goes before what a
    record says. In Chinese there are none.
    """
    if language.is_authoritative:
        return TermIndex(language)
    word, today = TermBaseVersion.current(), timezone.localdate()
    return _index(word, today, _recorded(language), language)


@lru_cache(maxsize=8)
def _index(
    word: str, today: date, recorded: tuple[TermEntry, ...], language: Language
) -> TermIndex:
    version = f"{word}.{today}.{hash(recorded):x}"
    return TermIndex(language, [*_kept(word, today, language), *recorded], version)


@by_version(maxsize=8)
def _recorded(language: Language) -> tuple[TermEntry, ...]:
    return tuple(stored_terms(language))


@lru_cache(maxsize=8)
def _kept(word: str, today: date, language: Language) -> tuple[TermEntry, ...]:
    return tuple(entries_in_force(today, language))


def entries_in_force(day: date, language: Language) -> Iterator[TermEntry]:
    """The terms of the base with their renderings, in two queries."""
    renderings: dict[int, tuple[list[str], list[str]]] = {}
    in_language = TermRendering.objects.valid_on(day).filter(language=language.code)
    for term, text, status in in_language.values_list("term_id", "text", "status"):
        approved, forbidden = renderings.setdefault(term, ([], []))
        (approved if status == TermRendering.Status.APPROVED else forbidden).append(text)
    for term in ApprovedTerm.objects.valid_on(day):
        approved, forbidden = renderings.get(term.pk, ((), ()))
        if approved or forbidden:
            yield TermEntry(
                term.chinese,
                TermKind(term.kind),
                tuple(approved),
                tuple(forbidden),
                term.source,
                term.note,
            )
