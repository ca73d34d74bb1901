"""Asks the index for the entries that are worth ranking, in bounded time.

A word such as 环境 stands on nearly every page of an environment ministry. Of more entries than
anybody will look at, the newest are ranked, and those that have the words in their title.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from ..models import Entry
from ..query.expressions import All, Any, Expression, Mark, Match, Without, mark
from . import opensearch
from .conditions import fts5, tsquery

logger = logging.getLogger(__name__)

EVERYTHING_PUBLIC = mark("public", "yes")
# From this many entries on, PostgreSQL walks from the newest entry back instead of collecting all.
COMMON = 5_000


@dataclass(frozen=True)
class Candidate:
    """An entry, as far as ranking asks for it."""

    pk: int
    content_type_id: int
    object_id: str
    language: str
    title_terms: str
    terms: str
    marks: str
    date: str

    @property
    def object_key(self) -> tuple[int, str]:
        """What tells the object of the entry from all others."""
        return self.content_type_id, self.object_id


@dataclass(frozen=True)
class Wanted:
    """Entries that are looked for: at most ``limit`` of those that an expression finds."""

    expression: Expression
    limit: int


def newest(wanted: Sequence[Wanted], frequencies: dict[str, int]) -> list[tuple[int, ...]]:
    """The primary keys of the newest entries for each of the expressions, with one query."""
    if opensearch.is_used():
        try:
            return opensearch.newest([(each.expression, each.limit) for each in wanted])
        except opensearch.ClusterError as reason:
            logger.warning("The search cluster does not answer, the database does: %s", reason)
    selects: list[str] = []
    parameters: list[str | int] = []
    for number, each in enumerate(wanted):
        sql, expression = _select(each.expression, frequencies)
        selects.append(f"SELECT {number} AS number, id FROM ({sql}) AS found{number}")  # noqa: S608
        parameters += [expression, each.limit]
    if not selects:
        return []
    found: list[list[int]] = [[] for _ in wanted]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selects), parameters)
        for number, pk in cursor.fetchall():
            found[number].append(pk)
    return [tuple(each) for each in found]


def _select(expression: Expression, frequencies: dict[str, int]) -> tuple[str, str]:
    if connection.vendor == "sqlite":
        return (
            "SELECT rowid AS id FROM search_entry_fts WHERE search_entry_fts MATCH %s"
            " ORDER BY rowid DESC LIMIT %s",
            fts5(expression),
        )
    if frequency(expression, frequencies) < COMMON:
        # Materialised: the planner would otherwise walk through all entries in hope of a match.
        return (
            "WITH matches AS MATERIALIZED"
            " (SELECT id FROM search_entry WHERE vector @@ %s::tsquery)"
            " SELECT id FROM matches ORDER BY id DESC LIMIT %s",
            tsquery(expression),
        )
    return (
        "SELECT id FROM"
        " (SELECT id, vector FROM search_entry ORDER BY id DESC OFFSET 0) AS entries"
        " WHERE vector @@ %s::tsquery LIMIT %s",
        tsquery(expression),
    )


def load(keys: Iterable[int]) -> dict[int, Candidate]:
    """The entries with these primary keys."""
    names = ("pk", "content_type_id", "object_id", "language")
    columns = (*names, "title_terms", "terms", "marks", "date")
    found = Entry.objects.filter(pk__in=list(keys)).values_list(*columns)
    return {row[0]: Candidate(*row) for row in found}


def frequencies_of(terms: Iterable[str]) -> dict[str, int]:
    """In how many entries each of these terms stands, as of the last count."""
    terms = list(dict.fromkeys([*terms, EVERYTHING_PUBLIC]))
    places = ", ".join(["%s"] * len(terms))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term, doc FROM search_entry_words WHERE term IN ({places})",  # noqa: S608
            terms,
        )
        return dict(cursor.fetchall())


def frequency(expression: Expression, frequencies: dict[str, int]) -> int:
    """In how many entries an expression is found at most."""
    match expression:
        case Match(phrase):
            terms = phrase.terms[:-1] if phrase.is_prefix else phrase.terms
            return min((frequencies.get(term, 0) for term in terms), default=COMMON)
        case Mark(value):
            return frequencies.get(value, COMMON)
        case All(parts):
            return min(frequency(part, frequencies) for part in parts)
        case Any(parts):
            return sum(frequency(part, frequencies) for part in parts)
        case Without(wanted, _):
            return frequency(wanted, frequencies)
    raise TypeError(f"{expression!r} is no expression.")


def count_again() -> None:
    """Bring the frequencies of terms up to date; SQLite's always are."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_entry_words")
            cursor.execute(
                "INSERT INTO search_entry_words (term, doc)"
                " SELECT word, ndoc FROM ts_stat('SELECT vector FROM search_entry')"
            )
