"""Finds what answers a query, in each of several languages, and puts it in order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from .analysis.folding import fold
from .analysis.segments import HAN
from .index.candidates import (
    EVERYTHING_PUBLIC,
    Candidate,
    Wanted,
    frequencies_of,
    load,
    newest,
)
from .models import Entry
from .query.expressions import Expression, Mark, all_of, mark
from .query.parsing import Query
from .query.ranking import Ranking, Statistics

MOST_CANDIDATES = 600
MOST_TITLE_CANDIDATES = 200
# Of another language than the visitor's a few results are shown, and the others in a list of it.
MOST_IN_OTHER_LANGUAGES = 120
# With so many hits nobody needs those that answer only a part of the query.
ENOUGH = 10


@dataclass(frozen=True)
class Hit:
    """An object that answers a query, by the entry that answers it best.

    ``is_partial`` if it answers some of the clauses only.
    """

    entry: Candidate
    score: float
    is_partial: bool = False


@dataclass
class Found:
    """What was found in one language, the best first.

    ``is_capped`` if there was more than is ranked, so that counts are lower bounds.
    """

    hits: list[Hit] = field(default_factory=list)
    is_capped: bool = False


def find(
    query: Query, languages: Sequence[str], scope: Iterable[Expression] = ()
) -> dict[str, Found]:
    """What answers the query in each of these languages, within a scope.

    In the first language what answers a part of the query is added where little answers all of it.
    """
    if not query:
        return {code: Found() for code in languages}
    scope = (*scope, Mark(EVERYTHING_PUBLIC))
    frequencies = frequencies_of(_terms(query))
    strict = _strict(query, languages, scope, frequencies)
    loose = _loose(query, languages[0], scope, frequencies, strict)
    entries = load({pk for keys in (*strict.values(), loose) for pk in keys})
    entries = _with_quotations(entries, query)
    statistics = Statistics(frequencies.get(EVERYTHING_PUBLIC, 1), frequencies)
    ranking = Ranking(query, statistics, timezone.localdate())
    found = {
        code: Found(_ranked(keys, entries, ranking), len(keys) >= _most(code, languages))
        for code, keys in strict.items()
    }
    _complete(found[languages[0]], _ranked(loose, entries, ranking, is_partial=True))
    return found


def _terms(query: Query) -> set[str]:
    return {
        term
        for clause in query.clauses
        for phrase in (*clause.phrases, *clause.looser)
        for term in phrase.terms
    }


def _strict(
    query: Query,
    languages: Sequence[str],
    scope: Sequence[Expression],
    frequencies: dict[str, int],
) -> dict[str, dict[int, None]]:
    """The entries that answer the whole query, by language."""
    wanted = [
        Wanted(
            all_of([query.strict(in_title), *scope, Mark(mark("language", code))]),
            limit if code == languages[0] else MOST_IN_OTHER_LANGUAGES,
        )
        for code in languages
        for in_title, limit in ((False, MOST_CANDIDATES), (True, MOST_TITLE_CANDIDATES))
    ]
    found = newest(wanted, frequencies)
    return {
        code: dict.fromkeys((*found[2 * number], *found[2 * number + 1]))
        for number, code in enumerate(languages)
    }


def _most(code: str, languages: Sequence[str]) -> int:
    """From how many entries in a language on there may be more than are ranked."""
    return MOST_CANDIDATES if code == languages[0] else MOST_IN_OTHER_LANGUAGES


def _loose(
    query: Query,
    language: str,
    scope: Sequence[Expression],
    frequencies: dict[str, int],
    strict: dict[str, dict[int, None]],
) -> dict[int, None]:
    """The entries that answer a part of the query, if few answer all of it."""
    if len(strict[language]) >= ENOUGH or not query.can_be_relaxed:
        return {}
    expression = all_of([query.relaxed(), *scope, Mark(mark("language", language))])
    (keys,) = newest([Wanted(expression, MOST_TITLE_CANDIDATES)], frequencies)
    return dict.fromkeys(key for key in keys if key not in strict[language])


def _with_quotations(entries: dict[int, Candidate], query: Query) -> dict[int, Candidate]:
    """Those of the entries in which the quotations stand letter for letter."""
    if not query.exact:
        return entries
    texts = Entry.objects.only("title", "text").in_bulk(entries)
    return {
        pk: entry
        for pk, entry in entries.items()
        if all(_stands_in(words, (texts[pk].title, texts[pk].text)) for words in query.exact)
    }


def _stands_in(quotation: str, texts: Iterable[str]) -> bool:
    """Whether a quotation stands in one of the texts, not as a part of a longer word."""
    starts, ends = (
        (r"(?<!\w)" if _is_letter(quotation[0]) else ""),
        (r"(?!\w)" if _is_letter(quotation[-1]) else ""),
    )
    words = r"\s+".join(map(re.escape, quotation.split()))
    pattern = re.compile(f"{starts}{words}{ends}")
    return any(pattern.search(fold(text)) for text in texts)


def _is_letter(character: str) -> bool:
    """Whether a character is of a script that divides words by spaces."""
    return character.isalnum() and not re.match(f"[{HAN}]", character)


def _ranked(
    keys: Iterable[int],
    entries: dict[int, Candidate],
    ranking: Ranking,
    is_partial: bool = False,
) -> list[Hit]:
    """The objects of these entries, the best first; of an object's parts the best one counts."""
    best: dict[tuple[int, str], Hit] = {}
    for key in keys:
        entry = entries.get(key)
        if entry:
            hit = Hit(entry, ranking.score(entry), is_partial)
            if entry.object_key not in best or best[entry.object_key].score < hit.score:
                best[entry.object_key] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, -hit.entry.pk))


def _complete(found: Found, partial: list[Hit]) -> None:
    """Add hits for a part of the query, until there are enough."""
    there = {hit.entry.object_key for hit in found.hits}
    more = [hit for hit in partial if hit.entry.object_key not in there]
    found.hits += more[: max(0, ENOUGH - len(found.hits))]
