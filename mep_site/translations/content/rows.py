"""Loads all child rows of a page, or of many, with one query.

A programme has rows of six kinds, and a query for each would make the number of queries grow with
the page type. Every relation is selected as JSON instead, all are joined by UNION ALL, and the
model instances are rebuilt from what comes back. Foreign keys of the rows are nested in the same
JSON, so the country of a member or the picture of a figure needs no query either. What the bodies
of the page refer to comes with the same query.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Field, ForeignKey, IntegerField, JSONField, Model, QuerySet, Value
from django.db.models.fields.reverse_related import ManyToOneRel
from django.db.models.functions import JSONObject
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Orderable

Json = dict[str, Any]


class Selection(NamedTuple):
    """The instances of a model that are wanted: those with one of the values at a path."""

    model: type[Model]
    path: str
    values: Sequence[Any]


def load_rows(
    *parents: ClusterableModel, others: Mapping[str, Selection] = MappingProxyType({})
) -> dict[str, list[Model]]:
    """Fill every child relation that consists of ordered rows, with one query for all parents.

    The parents are of one model. Afterwards ``parent.divisions.all()`` and the like read from
    memory. Relations that already hold rows in memory, as those of a preview do, are left as they
    are. ``others`` are to be found by the same query; they are returned under their names.
    """
    missing = _missing(parents)
    rows = {
        relation.get_accessor_name(): Selection(
            relation.related_model, relation.field.name, [parent.pk for parent in lacking]
        )
        for relation, lacking in missing
    }
    found = _fetch({**rows, **others})
    for relation, lacking in missing:
        _attach(lacking, relation, found[relation.get_accessor_name()])
    return {name: found[name] for name in others}


def _missing(
    parents: Sequence[ClusterableModel],
) -> list[tuple[ManyToOneRel, list[ClusterableModel]]]:
    """The relations whose rows are not in memory yet, each with the parents that lack them."""
    # A page that is previewed before it exists has no rows but those in memory.
    stored = [parent for parent in parents if parent.pk is not None]
    found = []
    for relation in row_relations(type(stored[0])) if stored else ():
        name = relation.get_accessor_name()
        lacking = [parent for parent in stored if not getattr(parent, name).is_deferring]
        if lacking:
            found.append((relation, lacking))
    return found


def get_with_rows(model: type[ClusterableModel], path: str, value: Any) -> ClusterableModel | None:
    """The one instance that has the value at a path, together with its rows, with one query."""
    relations = {relation.get_accessor_name(): relation for relation in row_relations(model)}
    rows = {
        name: Selection(relation.related_model, f"{relation.field.name}__{path}", [value])
        for name, relation in relations.items()
    }
    found = _fetch({"parent": Selection(model, path, [value]), **rows})
    parent = next(iter(found["parent"]), None)
    if parent:
        for name, relation in relations.items():
            _attach([parent], relation, found[name])
    return parent


def _attach(
    parents: Sequence[ClusterableModel], relation: ManyToOneRel, rows: Iterable[Model]
) -> None:
    """Give every parent its rows of a relation, in their order."""
    by_parent: dict[Any, list[Model]] = {parent.pk: [] for parent in parents}
    for row in rows:
        by_parent[getattr(row, relation.field.attname)].append(row)
    for parent in parents:
        own = sorted(by_parent[parent.pk], key=lambda row: (row.sort_order or 0, row.pk))
        getattr(parent, relation.get_accessor_name()).set(own)


@cache
def row_relations(model: type[ClusterableModel]) -> tuple[ManyToOneRel, ...]:
    """The child relations of a model whose rows have an order of their own."""
    return tuple(
        relation
        for relation in get_all_child_relations(model)
        if issubclass(relation.related_model, Orderable)
    )


def _fetch(selections: Mapping[str, Selection]) -> dict[str, list[Model]]:
    """What is selected under each of the names, with one query for all of it."""
    found: dict[str, list[Model]] = {name: [] for name in selections}
    if not selections:
        return found
    statements, parameters = [], []
    for name, (model, path, values) in selections.items():
        statement, names = _as_json(model, name, path, len(values))
        statements.append(statement)
        parameters += [*names, *values]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), parameters)
        for name, row in cursor.fetchall():
            found[name].append(_instance(selections[name].model, json.loads(row)))
    return found


@lru_cache(maxsize=2048)
def _as_json(model: type[Model], name: str, path: str, count: int) -> tuple[str, tuple[Any, ...]]:
    """SQL for rows of a model that have one of ``count`` values at a path, and its parameters.

    Each row is selected as its source's name and JSON. The values follow as further parameters.
    To put an expression of that many columns into SQL takes longer than the query, so it is kept.
    """
    rows = QuerySet(model).filter(**{f"{path}__in": range(count)}).order_by()
    selected = rows.annotate(source_name=Value(name), row=_json(model))
    sql, parameters = selected.values_list("source_name", "row").query.sql_with_params()
    return sql, parameters[:-count]


def _json(model: type[Model], prefix: str = "") -> JSONObject:
    """A database expression for the columns of a row and of what the row refers to."""
    parts: dict[str, Any] = {field.attname: f"{prefix}{field.attname}" for field in columns(model)}
    if issubclass(model, Orderable):
        for key in foreign_keys(model):
            parts[key.name] = _json(key.related_model, prefix=f"{key.name}__")
    return JSONObject(**parts)


def columns(model: type[Model]) -> list[Field]:
    """The columns of a row that a template may need.

    A page is loaded with its titles and its place in the tree only: the rest of it would exceed
    the hundred arguments that PostgreSQL allows a function.
    """
    wanted = getattr(model, "columns_for_links", None)
    return [
        field
        for field in model._meta.concrete_fields
        if wanted is None or field.primary_key or field.attname in wanted
    ]


def foreign_keys(model: type[Model]) -> list[ForeignKey]:
    """The foreign keys of a row other than the one to its page."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and not isinstance(field, ParentalKey)
    ]


def _instance(model: type[Model], row: Json) -> Model:
    """The model instance that this JSON describes; columns that it lacks are deferred."""
    fields = [field for field in model._meta.concrete_fields if field.attname in row]
    instance = model.from_db(
        "default",
        [field.attname for field in fields],
        [_value(field, row[field.attname]) for field in fields],
    )
    for key in foreign_keys(model):
        if key.name in row:
            related = row[key.name]
            has_target = related[key.related_model._meta.pk.attname] is not None
            target = _instance(key.related_model, related) if has_target else None
            setattr(instance, key.name, target)
    return instance


def _value(field: Field, value: Any) -> Any:
    if isinstance(field, JSONField | IntegerField):
        return value
    return field.to_python(value)
