"""Loads all child rows of a page, or of many, with one query.

A programme has rows of six kinds, and a query for each would make the number of queries grow with
the page type. Every relation is selected as JSON instead, all are joined by UNION ALL, and the
model instances are rebuilt from what comes back. Foreign keys of the rows are nested in the same
JSON, so the country of a member or the picture of a figure needs no query either. What the bodies
of the page refer to comes with the same query.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from django.db.models import (
    Expression,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    Q,
    QuerySet,
    Value,
)
from django.db.models.fields.reverse_related import ManyToOneRel
from django.db.models.functions import JSONObject
from django.db.models.sql.compiler import SQLCompiler
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Orderable

Json = dict[str, Any]
# Which instances of a model are wanted.
Selection = tuple[type[Model], Q]


class CompiledOnce(Expression):
    """An expression that is put into SQL once, as long as it means the same columns."""

    def __init__(self, expression: Expression) -> None:
        super().__init__(output_field=expression.output_field)
        self.set_source_expressions([expression])

    def get_source_expressions(self) -> list[Expression]:
        return [self._expression]

    def set_source_expressions(self, expressions: list[Expression]) -> None:
        (self._expression,) = expressions
        self._sql: tuple[str, Sequence[Any]] | None = None

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Sequence[Any]]:
        if self._sql is None:
            self._sql = compiler.compile(self._expression)
        return self._sql


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
        relation.get_accessor_name(): (
            relation.related_model,
            Q(**{f"{relation.field.name}__in": [parent.pk for parent in lacking]}),
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


def get_with_rows(model: type[ClusterableModel], **conditions: Any) -> ClusterableModel | None:
    """The one instance that meets the conditions, together with its rows, with one query."""
    relations = {relation.get_accessor_name(): relation for relation in row_relations(model)}
    rows = {
        name: (relation.related_model, _below(relation.field.name, conditions))
        for name, relation in relations.items()
    }
    found = _fetch({"parent": (model, Q(**conditions)), **rows})
    parent = next(iter(found["parent"]), None)
    if parent:
        for name, relation in relations.items():
            _attach([parent], relation, found[name])
    return parent


def _below(path: str, conditions: Mapping[str, Any]) -> Q:
    return Q(**{f"{path}__{name}": value for name, value in conditions.items()})


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
    selects = [
        _as_json(model, name).filter(condition) for name, (model, condition) in selections.items()
    ]
    if selects:
        # Django 6.1 would order them as the first model says.
        for name, row in selects[0].union(*selects[1:], all=True).order_by():
            found[name].append(_instance(selections[name][0], row))
    return found


@cache
def _as_json(model: type[Model], name: str) -> QuerySet:
    """All rows of a model, each as its source's name and JSON.

    To resolve an expression of that many columns and to put it into SQL takes longer than the
    query, so both are kept; names are those of relations and models, so there are few. A plain
    queryset: modeltranslation's returns the values of ``values_list`` in any order.
    """
    return (
        QuerySet(model)
        .order_by()
        .annotate(source_name=Value(name), row=CompiledOnce(_json(model)))
        .values_list("source_name", "row")
    )


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
