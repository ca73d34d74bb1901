"""Loads all child rows of a page with one query.

A programme has rows of six kinds, and a query for each would make the number of queries grow with
the page type. Every relation is selected as JSON instead, all are joined by UNION ALL, and the
model instances are rebuilt from what comes back. Foreign keys of the rows are nested in the same
JSON, so the country of a member or the picture of a figure needs no query either. What the bodies
of the page refer to comes with the same query.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from django.db.models import Field, ForeignKey, IntegerField, JSONField, Model, QuerySet, Value
from django.db.models.fields.reverse_related import ManyToOneRel
from django.db.models.functions import JSONObject
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Orderable

Json = dict[str, Any]


def load_rows(
    parent: ClusterableModel, others: Mapping[str, QuerySet] = MappingProxyType({})
) -> dict[str, list[Model]]:
    """Fill every child relation of ``parent`` that consists of ordered rows, with one query.

    Afterwards ``parent.divisions.all()`` and the like read from memory. Relations that already
    hold rows in memory, as those of a preview do, are left as they are. ``others`` are plain
    querysets to be answered by the same query; what they find is returned under their names.
    """
    loaded = vars(parent).setdefault("_cluster_related_objects", {})
    relations = {relation.get_accessor_name(): relation for relation in row_relations(type(parent))}
    # A page that is previewed before it exists has no rows but those in memory.
    is_stored = parent.pk is not None
    missing = {
        name: relation for name, relation in relations.items() if is_stored and name not in loaded
    }
    # Plain querysets: modeltranslation's return the values of ``values_list`` in any order.
    rows = {
        name: QuerySet(relation.related_model).filter(**{relation.field.name: parent})
        for name, relation in missing.items()
    }
    found = _fetch({**rows, **others})
    _attach(parent, missing, found)
    return {name: found[name] for name in others}


def get_with_rows(model: type[ClusterableModel], **conditions: Any) -> ClusterableModel | None:
    """The one instance that meets the conditions, together with its rows, with one query."""
    relations = {relation.get_accessor_name(): relation for relation in row_relations(model)}
    rows = {
        name: QuerySet(relation.related_model).filter(
            **{f"{relation.field.name}__{path}": value for path, value in conditions.items()}
        )
        for name, relation in relations.items()
    }
    found = _fetch({"parent": QuerySet(model).filter(**conditions), **rows})
    parent = next(iter(found["parent"]), None)
    if parent:
        _attach(parent, relations, found)
    return parent


def _attach(
    parent: ClusterableModel,
    relations: Mapping[str, ManyToOneRel],
    rows: Mapping[str, list[Model]],
) -> None:
    loaded = vars(parent).setdefault("_cluster_related_objects", {})
    for name, relation in relations.items():
        for row in rows[name]:
            setattr(row, relation.field.name, parent)
        loaded[name] = sorted(rows[name], key=lambda row: (row.sort_order or 0, row.pk))


@cache
def row_relations(model: type[ClusterableModel]) -> tuple[ManyToOneRel, ...]:
    """The child relations of a model whose rows have an order of their own."""
    return tuple(
        relation
        for relation in get_all_child_relations(model)
        if issubclass(relation.related_model, Orderable)
    )


def _fetch(querysets: Mapping[str, QuerySet]) -> dict[str, list[Model]]:
    """What each of the querysets finds, with one query for all of them."""
    found: dict[str, list[Model]] = {name: [] for name in querysets}
    selects = [
        queryset.order_by()
        .annotate(source_name=Value(name), row=_json(queryset.model))
        .values_list("source_name", "row")
        for name, queryset in querysets.items()
    ]
    if selects:
        for name, row in selects[0].union(*selects[1:], all=True):
            found[name].append(_instance(querysets[name].model, row))
    return found


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
