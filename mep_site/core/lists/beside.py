"""The entries before and after one in its list: a look into the index of lists for each."""

from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import CharField, F, Func, Q, QuerySet, Subquery, Value
from django.db.models.lookups import GreaterThan, LessThan

from mep_site.translations.languages import Language
from mep_site.translations.models import Edition

from ..addresses.public_links import restricted_paths
from .entry_links import EntryLink, columns_of_links, links_from

Restrictions = tuple[tuple[int, int, str], ...]


class Slot(str):
    """The name of a value that is filled into SQL which was made without it."""

    __slots__ = ()


class RowValue(Func):
    """Several columns that are compared as one, as an index of all of them has them."""

    template = "(%(expressions)s)"
    output_field = CharField()


class Beside(NamedTuple):
    """The neighbours of an entry in a list that begins with the newest; ``None`` at its ends."""

    previous: EntryLink | None
    next: EntryLink | None


def entries_beside(edition: Edition, language: Language, root_id: int) -> Beside:
    """What the public can read before and after an edition in the list where it stands."""
    values = {name: getattr(edition, name) for name in ("parent_path", "date", "path_end")}
    sql, parameters = beside_sql(language, restricted_paths())
    filled = [values[each] if isinstance(each, Slot) else each for each in parameters]
    with connection.cursor() as cursor:
        cursor.execute(sql, filled)
        rows = cursor.fetchall()
    here = (edition.date, edition.path_end)
    newer = links_from([row[:4] for row in rows if row[3:] > here], root_id)
    older = links_from([row[:4] for row in rows if row[3:] < here], root_id)
    return Beside(next(iter(newer), None), next(iter(older), None))


@lru_cache(maxsize=64)
def beside_sql(language: Language, restrictions: Restrictions) -> tuple[str, tuple[Any, ...]]:
    """The query, with a :class:`Slot` for each value that belongs to an edition.

    To make it takes longer than the database takes to answer it.
    """
    place = RowValue(F("date"), F("path_end"))
    here = RowValue(Value(Slot("date")), Value(Slot("path_end")))
    listed = _listed(language, restrictions)
    newer = listed.filter(GreaterThan(place, here)).order_by("date", "path_end")
    older = listed.filter(LessThan(place, here)).order_by("-date", "-path_end")
    both = Q(pk=Subquery(newer.values("pk")[:1])) | Q(pk=Subquery(older.values("pk")[:1]))
    columns = (*columns_of_links(language), "path_end")
    query = Edition.objects.filter(both).order_by().values_list(*columns).query
    sql, parameters = query.sql_with_params()
    return sql, parameters


def _listed(language: Language, restrictions: Restrictions) -> QuerySet:
    """The public editions of a list that is to be named."""
    editions = Edition.objects.live().in_language(language).filter(parent_path=Slot("parent_path"))
    for _, page, restricted in restrictions:
        editions = editions.exclude(Q(page=page) | Q(parent_path__startswith=restricted))
    return editions
