"""The columns of a page and of its rows, as a revision stores them: plain data that is also JSON.

Everything that is particular to a language lies in columns that end in its suffix.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model
from modelcluster.models import ClusterableModel, get_field_value
from modeltranslation.translator import NotRegistered, translator
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from ..languages import Language
from .blocks import RawStream
from .rows import load_rows, row_relations

Columns = dict[str, Any]


class RowColumns(NamedTuple):
    """A child row of a page: the name of its relation, its model and its columns."""

    relation: str
    model: type[Model]
    columns: Columns

    @property
    def key(self) -> str:
        """What the row is known by in every draft."""
        return self.columns["key"]

    @property
    def place(self) -> str:
        """What the ids of its units begin with."""
        return f"{self.relation}.{self.key}."


@cache
def text_fields(model: type[Model]) -> tuple[Field, ...]:
    """The translated fields of a model in the order of its columns, those of its parents first."""
    try:
        names = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return ()
    return tuple(field for field in model._meta.concrete_fields if field.name in names)


def stream_block(field: Field) -> StreamBlock | None:
    """The definition of a body, ``None`` for any other field."""
    return field.stream_block if isinstance(field, StreamField) else None


def page_columns(page: ClusterableModel) -> Columns:
    """The columns of a page and, by the name of their relation, those of its rows."""
    load_rows(page)
    names = [relation.get_accessor_name() for relation in row_relations(type(page))]
    rows = {name: [_own_columns(row) for row in getattr(page, name).all()] for name in names}
    return _own_columns(page) | rows


def _own_columns(instance: Model) -> Columns:
    """The columns of a page or a row, without the bare ones that follow the active language."""
    bare = {field.name for field in text_fields(type(instance))}
    columns = {
        field.name: get_field_value(field, instance)
        for field in instance._meta.fields
        if field.serialize and field.name not in bare
    }
    return json.loads(json.dumps({"pk": instance.pk, **columns}, cls=DjangoJSONEncoder))


def rows_in(model: type[ClusterableModel], columns: Columns) -> Iterator[RowColumns]:
    """The rows among the columns of a page."""
    for relation in row_relations(model):
        name = relation.get_accessor_name()
        for row in columns.get(name) or ():
            yield RowColumns(name, relation.related_model, row)


def body_in(columns: Columns, column: str) -> RawStream:
    """A body as a list of blocks."""
    return json.loads(columns.get(column) or "[]")


def as_json(body: Any) -> str:
    """A body as a revision keeps it: without blanks, and every character as it reads."""
    return json.dumps(body, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))


def text_columns(model: type[Model], columns: Columns, *chosen: Language) -> Columns:
    """The text columns of these languages; empty where there are none."""
    return {
        language.column(field.name): columns.get(
            language.column(field.name), "[]" if stream_block(field) else None
        )
        for field in text_fields(model)
        for language in chosen
    }
