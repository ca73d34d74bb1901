"""Loads all child rows of a page with one query.

A programme has rows of six kinds, and a query for each would make the number of queries grow with
the page type. Every relation is selected as JSON instead, all are joined by UNION ALL, and the
model instances are rebuilt from what comes back. Foreign keys of the rows are nested in the same
JSON, so the country of a member or the picture of a figure needs no query either.
"""

from collections import defaultdict
from functools import cache
from typing import Any

from django.db.models import Field, ForeignKey, IntegerField, JSONField, Model, QuerySet, Value
from django.db.models.fields.reverse_related import ManyToOneRel
from django.db.models.functions import JSONObject
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Orderable

Json = dict[str, Any]


def load_rows(parent: ClusterableModel) -> None:
    """Fill every child relation of ``parent`` that consists of ordered rows, with one query.

    Afterwards ``parent.divisions.all()`` and the like read from memory. Relations that already
    hold rows in memory, as those of a preview do, are left as they are.
    """
    loaded = vars(parent).setdefault("_cluster_related_objects", {})
    relations = [r for r in row_relations(type(parent)) if r.get_accessor_name() not in loaded]
    if not relations:
        return
    rows: defaultdict[str, list[Model]] = defaultdict(list)
    for name, row in _select(relations, parent):
        relation = next(r for r in relations if r.get_accessor_name() == name)
        instance = _instance(relation.related_model, row)
        setattr(instance, relation.field.name, parent)
        rows[name].append(instance)
    for relation in relations:
        name = relation.get_accessor_name()
        loaded[name] = sorted(rows[name], key=lambda row: (row.sort_order or 0, row.pk))


@cache
def row_relations(model: type[ClusterableModel]) -> tuple[ManyToOneRel, ...]:
    """The child relations of a model whose rows have an order of their own."""
    return tuple(
        relation
        for relation in get_all_child_relations(model)
        if issubclass(relation.related_model, Orderable)
    )


def _select(relations: list[ManyToOneRel], parent: Model) -> list[tuple[str, Json]]:
    # Plain querysets: modeltranslation's return the values of ``values_list`` in any order.
    querysets = [
        QuerySet(relation.related_model)
        .filter(**{relation.field.name: parent})
        .order_by()
        .annotate(
            relation_name=Value(relation.get_accessor_name()),
            row=_json(relation.related_model, skip=relation.field),
        )
        .values_list("relation_name", "row")
        for relation in relations
    ]
    first, *others = querysets
    return list(first.union(*others, all=True))


def _json(model: type[Model], prefix: str = "", skip: Field | None = None) -> JSONObject:
    """A database expression for the columns of a row and of the rows that it refers to."""
    parts: dict[str, Any] = {
        field.attname: f"{prefix}{field.attname}" for field in columns(model) if field is not skip
    }
    if not prefix:
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
        field for field in model._meta.concrete_fields if wanted is None or field.attname in wanted
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
