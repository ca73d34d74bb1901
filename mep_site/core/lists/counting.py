"""Numbers that take long to count are remembered for some minutes.

Whatever is counted, every entry of a list is read. That takes no time if the list is short, and its
numbers are always right; those of a long list are as old as :data:`REMEMBERED_SECONDS` at most.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any, TypeVar

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

LONG = 2_000
REMEMBERED_SECONDS = 300

Counted = TypeVar("Counted")


def count_entries(entries: QuerySet, among: int = 0) -> int:
    """How many entries there are; ``among`` so many that are looked through for it."""
    return _remembered(entries, entries.count, lambda number: max(number, among))


def grouped_counts(rows: QuerySet) -> list[tuple[Any, ...]]:
    """The rows of a query that counts entries by something; the last column is the number."""
    return _remembered(rows, lambda: [tuple(row) for row in rows], _total)


class ListPaginator(Paginator):
    """Divides a list into pages. That of a long one may miss entries of the last minutes."""

    @cached_property
    def count(self) -> int:
        return count_entries(self.object_list)


def _remembered(
    query: QuerySet, count: Callable[[], Counted], size: Callable[[Counted], int]
) -> Counted:
    key = _key(query)
    known = cache.get(key) if key else None
    if known is not None:
        return known
    counted = count()
    if key and size(counted) >= LONG:
        cache.set(key, counted, REMEMBERED_SECONDS)
    return counted


def _key(query: QuerySet) -> str:
    """What tells the query from all others: all of it; empty if it can find nothing."""
    try:
        sql = query.query.sql_with_params()
    except EmptyResultSet:
        return ""
    return f"counted:{blake2b(repr(sql).encode(), digest_size=16).hexdigest()}"


def _total(rows: list[tuple[Any, ...]]) -> int:
    return sum(row[-1] for row in rows)
