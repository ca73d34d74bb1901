"""Stores anew, in as few bytes as it takes, what pages and revisions stored before that was so.

Whatever is saved is stored like that by itself. What nobody saves any more stays as it was, until
``manage.py compact_texts`` comes to it; it means the same before and after.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import Field, Model
from wagtail.models import AbstractPage, Revision, get_page_models

from ..languages import languages
from .columns import as_json, stream_block, text_fields
from .packing import PACKED, packed

AT_ONCE = 500


def store_anew(step: Callable[[int], None]) -> None:
    """Go over all revisions and pages; ``step`` is told how many were looked at.

    Each step is a transaction of its own. To break it off, or to do it again, does no harm.
    """
    for model in (Revision, *get_page_models()):
        for keys in _chunks(model):
            with transaction.atomic():
                _compact_revisions(keys) if model is Revision else _compact_pages(model, keys)
            step(len(keys))


def _chunks(model: type[Model]) -> Iterator[list[int]]:
    """The primary keys of a model, as many at a time as are written together."""
    remaining = everything = model._base_manager.order_by("pk").values_list("pk", flat=True)
    while keys := list(remaining[:AT_ONCE]):
        yield keys
        remaining = everything.filter(pk__gt=keys[-1])


def _compact_revisions(keys: Iterable[int]) -> None:
    stored = Revision.objects.page_revisions().filter(pk__in=keys)
    unpacked = stored.exclude(content__has_key=PACKED).only("content", "content_type")
    # Of a type of page that is gone nobody can say what is text.
    revisions = {
        revision: model for revision in unpacked if (model := revision.content_type.model_class())
    }
    for revision, model in revisions.items():
        bodies = {
            name: as_json(json.loads(value))
            for name, value in revision.content.items()
            if value and name in _bodies(model)
        }
        revision.content = packed(model, revision.content | bodies)
    Revision.objects.bulk_update(revisions, ["content"])


@cache
def _bodies(model: type[Model]) -> frozenset[str]:
    """The columns of a page type that hold bodies; rows have none."""
    return frozenset(
        language.column(field.name)
        for field in text_fields(model)
        if stream_block(field)
        for language in languages()
    )


def _compact_pages(model: type[AbstractPage], keys: list[int]) -> None:
    """Past the signals, for nothing changes that anybody sees."""
    bare = {field.column for field in text_fields(model) if stream_block(field)}
    for field in model._meta.local_concrete_fields:
        if field.column in bare:
            _write(model, field, [("[]", key) for key in keys])
        elif field.get_internal_type() == "JSONField" and connection.vendor == "sqlite":
            _write(model, field, _shorter(model, field, keys))


def _shorter(model: type[Model], field: Field, keys: list[int]) -> list[tuple[str, Any]]:
    """The texts of this column that can be written shorter, with the keys of their rows."""
    table, key, places = model._meta.db_table, model._meta.pk.column, ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT "{field.column}", "{key}" FROM "{table}" WHERE "{key}" IN ({places})',  # noqa: S608 - our own names
            keys,
        )
        stored = cursor.fetchall()
    return [
        (text, row)
        for old, row in stored
        if old is not None and len(text := as_json(json.loads(old))) < len(old)
    ]


def _write(model: type[Model], field: Field, values: Iterable[tuple[str, Any]]) -> None:
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.executemany(
            f'UPDATE "{table}" SET "{field.column}" = %s WHERE "{key}" = %s',  # noqa: S608 - our own names
            values,
        )
