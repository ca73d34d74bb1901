"""Loads one instance by its key, with SQL and conversions that are worked out once for its model.

A page has some hundred columns, of its own and of its base. To name them all in a query, and to
find out how each is read, takes Django several times as long as the database takes to find the row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet


@dataclass(frozen=True)
class Loader:
    """The SQL for an instance, its columns, and for some of them how what is stored is read."""

    sql: str
    columns: tuple[str, ...]
    conversions: tuple[tuple[int, Callable[[Any], Any]], ...]


def load_single(model: type[Model], key: Any) -> Model | None:
    """The instance with this primary key, or ``None``, as a query for it would give it."""
    loader = _loader(model)
    with connection.cursor() as cursor:
        cursor.execute(loader.sql, [key])
        row = cursor.fetchone()
    if row is None:
        return None
    values = list(row)
    for place, convert in loader.conversions:
        values[place] = convert(values[place])
    return model.from_db(DEFAULT_DB_ALIAS, loader.columns, values)


@cache
def _loader(model: type[Model]) -> Loader:
    # A plain queryset: modeltranslation's exchanges columns by the active language.
    compiler = QuerySet(model).filter(pk=0).order_by().query.get_compiler(connection=connection)
    sql, _ = compiler.as_sql()
    expressions = [expression for expression, *_ in compiler.select]
    conversions = [
        (place, _chain(converters, expression))
        for place, (converters, expression) in compiler.get_converters(expressions).items()
    ]
    columns = tuple(expression.target.attname for expression in expressions)
    return Loader(sql, columns, tuple(conversions))


def _chain(converters: list[Callable], expression: Any) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        for each in converters:
            value = each(value, expression, connection)
        return value

    return convert
