"""Finds what answers a query, in each of several languages, and puts it in order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.utils import timezone

from ..analysis.folding import fold
from ..analysis.script_runs import HAN
from ..index.candidates import Candidate, load, newest_entries
from ..index.frequencies import relatives_of, statistics_of
from ..models import Entry
from ..query.expressions import AnyOf, Expression, HasMark, Wanted, Without, all_of
from ..query.parser import Clause, Query
from ..query.ranking import Ranking

MOST_RANKED = 300
MOST_BY_TITLE = 100
MOST_PARTIAL = 200
MOST_PARTIAL_IN_OTHERS = 60
MOST_OF_A_PART = 60
# Of another language than the visitor's a few results are shown, and the others in a list of it.
MOST_IN_OTHER_LANGUAGES = 60
# With so many hits nobody needs those that answer only a part of the query.
ENOUGH = 10


@dataclass(frozen=True)
class Scope:
    """What a search is narrowed to: public entries with all of ``marks`` and none of ``hidden``."""

    marks: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def without_marks(self) -> "Scope":
        """The same scope, not narrowed by marks."""
        return replace(self, marks=())

    def narrow(self, wanted: Expression) -> Expression:
        """The expression that finds what is wanted within the scope."""
        found = all_of([wanted, *map(HasMark, self.marks)])
        return Without(found, AnyOf(tuple(map(HasMark, self.hidden)))) if self.hidden else found


@dataclass(frozen=True)
class Hit:
    """An object that answers a query, by the entry that answers it best.

    ``missing`` is what was typed and is not answered.
    """

    entry: Candidate
    score: float
    missing: tuple[str, ...] = ()

    @property
    def is_partial(self) -> bool:
        """Whether it answers a part of the query only."""
        return bool(self.missing)


@dataclass
class Found:
    """What was found in one language, the best first.

    ``is_capped`` if there was more than is ranked, so that counts are lower bounds.
    """

    hits: list[Hit] = field(default_factory=list)
    is_capped: bool = False


def find_hits(
    query: Query, languages: Sequence[str], scope: Scope, by_date: bool = False
) -> dict[str, Found]:
    """What answers the query in each of these languages, within a scope, the best first.

    In the first language what answers a part of the query is added where little answers all of it;
    from the others what answers more of it than anything in the first one, where nothing answers
    all of it. With ``by_date`` it is the latest that is looked for where there is more than is
    ranked.
    """
    if not query:
        return {code: Found() for code in languages}
    query = query.with_relatives(relatives_of(query))
    phrases = [p for clause in query.clauses for p in (*clause.phrases, *clause.near)]
    ranking = Ranking(query, statistics_of(phrases), timezone.localdate())
    keys, capped = _complete_answers(query, languages, scope, by_date)
    if len(keys[languages[0]]) < ENOUGH and query.can_be_relaxed:
        for code, partial in _partial_answers(query, languages, scope, ranking.rarest()).items():
            keys[code] |= partial
    entries = load({pk for each in keys.values() for pk in each})
    entries = _with_quotations(entries, query)
    hits = {
        code: _ranked([entries[key] for key in each if key in entries], ranking)
        for code, each in keys.items()
    }
    return {code: Found(each, code in capped) for code, each in _enough(hits).items()}


def _complete_answers(
    query: Query, languages: Sequence[str], scope: Scope, by_date: bool
) -> tuple[dict[str, set[int]], set[str]]:
    """The entries that answer the whole query, by language; and where there may be more of them.

    There those that have the words in their titles, or the query for a title, are added, which may
    be older than all others.
    """
    limits = dict.fromkeys(languages, MOST_IN_OTHER_LANGUAGES) | {languages[0]: MOST_RANKED}
    dated = {languages[0]} if by_date else set()
    wanted = [
        Wanted(scope.narrow(query.strict()), code, limit, code in dated)
        for code, limit in limits.items()
    ]
    found = dict(zip(limits, map(set, newest_entries(wanted)), strict=True))
    capped = {code for code, keys in found.items() if len(keys) >= limits[code]}
    titles = [
        Wanted(scope.narrow(expression), code, min(limits[code], MOST_BY_TITLE))
        for expression in _surely_wanted(query)
        for code in sorted(capped - dated)
    ]
    for each, keys in zip(titles, newest_entries(titles), strict=True):
        found[each.language].update(keys)
    return found, capped


def _surely_wanted(query: Query) -> list[Expression]:
    """What must not be missed where there is more than is ranked."""
    surely = [query.strict(in_title=True), query.named()]
    return [*surely, query.as_worded()] if query.has_near else surely


def _partial_answers(
    query: Query, languages: Sequence[str], scope: Scope, rarest: list[Clause]
) -> dict[str, set[int]]:
    """The entries that answer a part of the query, by language.

    Of what has a frequent word the newest would crowd out what has a rare one, so that the latter,
    and what has all the others, is asked for by itself.
    """
    relaxed = scope.narrow(query.relaxed())
    limits = dict.fromkeys(languages, MOST_PARTIAL_IN_OTHERS) | {languages[0]: MOST_PARTIAL}
    wanted = [Wanted(relaxed, code, limit) for code, limit in limits.items()]
    wanted += [
        Wanted(scope.narrow(expression), languages[0], MOST_OF_A_PART)
        for expression in query.parts(rarest)
    ]
    found: dict[str, set[int]] = {code: set() for code in languages}
    for each, keys in zip(wanted, newest_entries(wanted), strict=True):
        found[each.language].update(keys)
    return found


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


def _ranked(entries: Iterable[Candidate], ranking: Ranking) -> list[Hit]:
    """The objects of these entries, the best first; of an object's parts the best one counts."""
    best: dict[tuple[int, str], Hit] = {}
    for entry in entries:
        score = ranking.score(entry)
        hit = Hit(entry, score.value, score.missing)
        if entry.object_key not in best or _place(hit) < _place(best[entry.object_key]):
            best[entry.object_key] = hit
    # The words of a phrase that stand apart from one another are worth nothing.
    return sorted((hit for hit in best.values() if hit.score), key=_place)


def _place(hit: Hit) -> tuple[bool, float, int]:
    return hit.is_partial, -hit.score, -hit.entry.pk


def _enough(hits: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
    """What answers the whole query, and where that is little also what answers a part of it."""
    complete = {code: [h for h in each if not h.is_partial] for code, each in hits.items()}
    first, *others = hits
    enough = complete | {first: hits[first][: max(len(complete[first]), ENOUGH)]}
    if not any(complete.values()):
        enough |= {code: _better(hits[code], hits[first])[:ENOUGH] for code in others}
    return enough


def _better(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    """Those of the hits that answer more than any of the others, and are of other objects."""
    most = max((hit.score for hit in others), default=0)
    known = {hit.entry.object_key for hit in others}
    return [hit for hit in hits if hit.score > most and hit.entry.object_key not in known]
