"""Queries that are put into SQL once: that takes longer than the database takes to answer."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec

from django.db.models import Model, QuerySet
from django.db.models.query import RawQuerySet

Arguments = ParamSpec("Arguments")


def prepared(build: Callable[Arguments, QuerySet]) -> Callable[Arguments, RawQuerySet]:
    """Remember the SQL of the queryset that a function builds, for each set of arguments.

    The queryset depends on nothing but these, and has columns of its own model only, perhaps not
    all of them. What is returned asks the database anew each time.
    """

    @lru_cache(maxsize=512)
    def compiled(*args: Any) -> tuple[type[Model], str, tuple[Any, ...]]:
        queryset = build(*args)
        return queryset.model, *queryset.query.sql_with_params()

    @wraps(build)
    def wrapper(*args: Arguments.args, **kwargs: Arguments.kwargs) -> RawQuerySet:
        model, sql, parameters = compiled(*args)
        return QuerySet(model).raw(sql, parameters)

    return wrapper
