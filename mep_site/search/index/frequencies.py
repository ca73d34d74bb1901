"""How often the terms stand in the index, which says how much a term is worth."""

from collections.abc import Iterable

from django.core.cache import cache
from django.db import connection, transaction

from ..analysis.index_terms import Phrase
from ..analysis.script_runs import ScriptRun
from ..analysis.stemming import algorithms_for, stem
from ..models import Entry
from ..query.conditions import vector
from ..query.parser import Query
from ..query.ranking import Statistics
from ..query.word_families import relatives

TOTAL = "search-entries"
REMEMBERED_SECONDS = 300
MOST_RELATIVES = 8


def statistics_of(phrases: Iterable[Phrase]) -> Statistics:
    """What ranking has to know of these phrases; remembered for some minutes."""
    total = cache.get_or_set(TOTAL, Entry.objects.count, REMEMBERED_SECONDS)
    keys = {f"search-term:{term}": term for phrase in phrases for term in phrase.terms}
    known = cache.get_many(keys)
    counted = _counted([term for key, term in keys.items() if key not in known])
    new = {key: counted.get(term, 0) for key, term in keys.items() if key not in known}
    cache.set_many(new, REMEMBERED_SECONDS)
    return Statistics(total, {keys[key]: number for key, number in (known | new).items()})


def relatives_of(query: Query) -> dict[ScriptRun, list[Phrase]]:
    """What the index has of the same roots as the words of a query; remembered likewise."""
    words = {clause.word: _stems(clause.word) for clause in query.clauses if clause.word}
    keys = {_key(each): each for stems in words.values() for each in stems}
    known = cache.get_many(keys)
    new = _families({key: relatives(*keys[key]) for key in keys if key not in known})
    cache.set_many(new, REMEMBERED_SECONDS)
    found = known | new
    return {
        word: [Phrase((relative,)) for each in stems for relative in found[_key(each)]]
        for word, stems in words.items()
    }


def _stems(word: ScriptRun) -> list[tuple[str, str]]:
    """The stems of a word, which may be of several languages, each after what makes it."""
    return [(algorithm, stem(algorithm, word.text)) for algorithm in algorithms_for(word.script)]


def _key(stem_by_algorithm: tuple[str, str]) -> str:
    return f"search-family:{':'.join(stem_by_algorithm)}"


def _families(candidates: dict[str, frozenset[str]]) -> dict[str, list[str]]:
    """Of these words those that stand in the index, the most frequent first."""
    counted = _counted(sorted({term for terms in candidates.values() for term in terms}))
    by_frequency = sorted(counted, key=lambda term: (-counted[term], term))
    return {
        key: [term for term in by_frequency if term in terms][:MOST_RELATIVES]
        for key, terms in candidates.items()
    }


def _counted(terms: list[str]) -> dict[str, int]:
    """In how many entries each of these terms stands, as of the last count."""
    if not terms:
        return {}
    places = ", ".join(["%s"] * len(terms))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term, doc FROM search_entry_words WHERE term IN ({places})",  # noqa: S608
            terms,
        )
        return dict(cursor.fetchall())


def count_again() -> None:
    """Bring the frequencies of terms up to date; SQLite's always are."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_entry_words")
            cursor.execute(
                "INSERT INTO search_entry_words (term, doc)"  # noqa: S608 - our own names
                f" SELECT word, ndoc FROM ts_stat('SELECT {vector()} FROM search_entry')"
            )
