"""Asks the index for the entries that are worth ranking, in bounded time.

A word such as 环境 stands on nearly every page of an environment ministry. Of more entries than
anybody will look at, only the newest are asked for.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from ..models import Entry
from ..query.conditions import fts5, read_in_order, tsquery, unwanted_phrases, vector
from ..query.expressions import AnyOf, Expression, HasMark, Wanted, all_of, mark
from . import opensearch

logger = logging.getLogger(__name__)

# PostgreSQL's index marks an entry with the block of so many primary keys that it belongs to.
BLOCK = 2**14
BLOCKS_AT_FIRST = (2, 8)

Sql = tuple[str, tuple[str, ...]]


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


def newest_entries(wanted: Sequence[Wanted]) -> list[tuple[int, ...]]:
    """The primary keys of the newest entries for each of these, the newest first.

    There may be some among them that hold all words of a phrase, but not together.
    """
    if not wanted:
        return []
    if opensearch.is_used():
        try:
            return opensearch.newest_in_cluster(wanted)
        except opensearch.ClusterError as reason:
            logger.warning("The search cluster does not answer, the database does: %s", reason)
    return (_on_sqlite if connection.vendor == "sqlite" else _on_postgresql)(wanted)


def _on_sqlite(wanted: Sequence[Wanted]) -> list[tuple[int, ...]]:
    """A look into the full-text index for each; it stops as soon as there is enough."""
    selects, parameters = [], []
    for number, each in enumerate(wanted):
        found = "SELECT rowid AS id FROM search_entry_fts WHERE search_entry_fts MATCH %s"
        if each.by_date:
            # The index has all that is asked for; the plus keeps SQLite from reading the entries.
            found = (
                "SELECT id FROM search_entry INDEXED BY search_entry_date"  # noqa: S608
                f" WHERE +id IN ({found}) ORDER BY date DESC, id DESC LIMIT %s"
            )
        else:
            found += " ORDER BY rowid DESC LIMIT %s"
        selects.append(f"SELECT {number}, id FROM ({found})")  # noqa: S608
        expression = all_of([each.expression, HasMark(mark("public", each.language))])
        parameters += [fts5(expression), each.limit]
    return _keys(" UNION ALL ".join(selects), parameters, len(wanted))


def _on_postgresql(wanted: Sequence[Wanted]) -> list[tuple[int, ...]]:
    """Looks among the newest entries, among more of them where that promises enough, among all.

    PostgreSQL's index gives all that it finds before the newest can be taken.
    """
    found: list[tuple[int, ...]] = [() for _ in wanted]
    seen = 0
    for blocks in _newest_blocks():
        short = [
            number
            for number, each in enumerate(wanted)
            if len(found[number]) < each.limit
            and (not blocks or _promises_enough(each, len(found[number]), len(blocks), seen))
        ]
        for number, keys in zip(short, _among(blocks, [wanted[n] for n in short]), strict=True):
            found[number] = keys
        seen = len(blocks)
    return found


def _promises_enough(wanted: Wanted, found: int, blocks: int, seen: int) -> bool:
    """Whether there may be enough in so many blocks if so much was found in those seen before."""
    return not wanted.by_date and (not seen or found * blocks >= wanted.limit * seen)


def _newest_blocks() -> Iterator[tuple[HasMark, ...]]:
    """The marks of the newest blocks, of ever more of them; in the end none, for all entries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM search_entry")
        last = (cursor.fetchone()[0] or 0) // BLOCK
    for number in BLOCKS_AT_FIRST:
        if number <= last:
            yield tuple(HasMark(mark("block", last - each)) for each in range(number))
    yield ()


def _among(blocks: tuple[HasMark, ...], wanted: Sequence[Wanted]) -> list[tuple[int, ...]]:
    """One look into the index for each expression, whatever languages it is wanted in.

    With ``blocks`` only among the entries that carry one of these marks.

    Materialised, because the planner would otherwise read every entry in hope of a match; and
    without the order of words in phrases, for which each entry would have to be read.
    """
    if not wanted:
        return []
    matches: dict[Sql, str] = {}
    selects, parameters = [], []
    for number, each in enumerate(wanted):
        languages = [w.language for w in wanted if w.expression == each.expression]
        public = AnyOf(tuple(HasMark(mark("public", code)) for code in languages))
        within = [AnyOf(blocks)] if blocks else []
        found = _found(all_of([each.expression, public, *within]))
        name = matches.setdefault(found, f"matches{len(matches)}")
        order = "date DESC, id DESC" if each.by_date else "id DESC"
        selects.append(
            f"(SELECT {number} AS number, id FROM {name} WHERE language = %s"  # noqa: S608
            f" ORDER BY {order} LIMIT %s)"
        )
        parameters += [each.language, each.limit]
    tables = ", ".join(
        f"{name} AS MATERIALIZED (SELECT id, language, date FROM search_entry WHERE {sql})"  # noqa: S608
        for (sql, _), name in matches.items()
    )
    values = [value for _, own in matches for value in own]
    sql = f"WITH {tables} {' UNION ALL '.join(selects)}"
    return _keys(sql, [*values, *parameters], len(wanted))


def _found(expression: Expression) -> Sql:
    """That the index finds an entry, and that it holds no phrase that is unwanted."""
    sql, values = f"{vector()} @@ %s::tsquery", [tsquery(expression)]
    for unwanted in unwanted_phrases(expression):
        refused, more = read_in_order(unwanted)
        sql, values = f"{sql} AND NOT {refused}", [*values, *more]
    return sql, tuple(values)


def _keys(sql: str, parameters: list[str | int], number: int) -> list[tuple[int, ...]]:
    """The primary keys that a query finds for each of so many."""
    found: list[list[int]] = [[] for _ in range(number)]
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        for place, pk in cursor.fetchall():
            found[place].append(pk)
    return [tuple(each) for each in found]


def load(keys: Iterable[int]) -> dict[int, Candidate]:
    """The entries with these primary keys."""
    names = ("pk", "content_type_id", "object_id", "language")
    columns = (*names, "title_terms", "terms", "marks", "date")
    found = Entry.objects.filter(pk__in=list(keys)).values_list(*columns)
    return {row[0]: Candidate(*row) for row in found}
