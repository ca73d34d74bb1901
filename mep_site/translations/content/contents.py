"""The content of a page as plain data: what a revision stores, and how two of them are combined.

Everything that is particular to a language lies in columns that end in its suffix, in the page and
in its rows. :func:`overlay` is the one operation behind saving, publishing and reverting: it takes
what belongs to one language from one content and everything else from another.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model
from modelcluster.models import ClusterableModel, get_field_value
from modeltranslation.translator import NotRegistered, translator
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from ..languages import Language, authoritative, get_language, languages
from ..languages.text import has_text
from .blocks import RawStream
from .rows import load_rows, row_relations

Content = dict[str, Any]

# What Wagtail keeps in a revision beside the content of the page.
BOOKKEEPING = {field.name for field in AbstractPage._meta.local_fields} - {"slug", "show_in_menus"}


@cache
def text_fields(model: type[Model]) -> tuple[Field, ...]:
    """The translated fields of a model in the order of its columns, those of its parents first."""
    try:
        names = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return ()
    return tuple(field for field in model._meta.concrete_fields if field.name in names)


def content_of(page: ClusterableModel) -> Content:
    """The columns of a page and of its rows, in the form in which a revision stores them."""
    load_rows(page)
    rows = {
        relation.get_accessor_name(): [
            columns_of(row) for row in getattr(page, relation.get_accessor_name()).all()
        ]
        for relation in row_relations(type(page))
    }
    return columns_of(page) | rows


def columns_of(instance: Model) -> Content:
    """The columns of a page or a row, without the bare ones that follow the active language."""
    bare = {field.name for field in text_fields(type(instance))}
    columns = {
        field.name: get_field_value(field, instance)
        for field in instance._meta.fields
        if field.serialize and field.name not in bare
    }
    return json.loads(json.dumps({"pk": instance.pk, **columns}, cls=DjangoJSONEncoder))


def rows_of(model: type[Model], content: Content) -> Iterator[tuple[str, type[Model], Content]]:
    """The rows in a content: name of the relation, model and columns of each."""
    for relation in row_relations(model):
        name = relation.get_accessor_name()
        for row in content.get(name) or ():
            yield name, relation.related_model, row


def stream_block(field: Field) -> StreamBlock | None:
    """The definition of a body, ``None`` for any other field."""
    return field.stream_block if isinstance(field, StreamField) else None


def body_in(content: Content, column: str) -> RawStream:
    """A body from a content, as a list of blocks."""
    return json.loads(content.get(column) or "[]")


def has_edition(content: Content, language: Language) -> bool:
    """Whether the content has a text in this language at all, which its title decides."""
    return has_text(content.get(language.column("title")))


def leading_language(content: Content) -> Language:
    """The language to which structure and facts belong, as the page has it.

    A revision may be older than the decision, so its content is asked only as a draft of its page;
    see :func:`as_draft_of`.
    """
    code = content.get("leading_language")
    return get_language(code) if code else authoritative()


def envelope_of(content: Content) -> dict[str, Any]:
    """What our revisions store beside the columns; see :class:`TranslatedPage`."""
    return content.get("edition") or {}


def saved_in(content: Content) -> Language | None:
    """The language that a revision was saved in, ``None`` if a program saved it."""
    code = envelope_of(content).get("language")
    return get_language(code) if code else None


def languages_of(content: Content) -> list[Language]:
    """The languages that a revision is about: its own; all that it has if a program saved it."""
    own = saved_in(content)
    return [own] if own else [each for each in languages() if has_edition(content, each)]


def written_by(content: Content) -> str:
    """The token of the open form that a revision was saved from, empty if a program saved it."""
    return envelope_of(content).get("form") or ""


def without(model: type[Model], content: Content, *unwanted: Language) -> Content:
    """The content without the texts of these languages."""
    return overlay(model, content, {}, *unwanted)


def overlay(model: type[Model], base: Content, top: Content, *chosen: Language) -> Content:
    """``base`` with the columns of the chosen languages taken from ``top``.

    Rows are those of ``base``; a row that ``top`` lacks, by its key, has no text in the chosen
    languages. Pins go with the texts that they belong to.
    """
    result = base | _columns(model, top, chosen)
    result["pins"] = {
        code: pins
        for code, pins in (base.get("pins") or {}).items()
        if code not in {language.code for language in chosen}
    } | {
        language.code: top["pins"][language.code]
        for language in chosen
        if language.code in (top.get("pins") or {})
    }
    for relation in row_relations(model):
        name = relation.get_accessor_name()
        counterparts = {row["key"]: row for row in top.get(name) or ()}
        result[name] = [
            row | _columns(relation.related_model, counterparts.get(row["key"], {}), chosen)
            for row in base.get(name) or ()
        ]
    return result


def _columns(model: type[Model], content: Content, chosen: tuple[Language, ...]) -> dict[str, Any]:
    """The text columns of these languages; empty where the content has none."""
    return {
        language.column(field.name): content.get(
            language.column(field.name), "[]" if stream_block(field) else None
        )
        for field in text_fields(model)
        for language in chosen
    }


def as_draft_of(model: type[Model], content: Content, stored: Content) -> Content:
    """The content of a revision with what only the stored page knows.

    That is the language that leads, and the primary keys of rows: a draft does not know those that
    were published after it was saved, and would make new ones of them.
    """
    result = content | {"leading_language": stored.get("leading_language")}
    for relation in row_relations(model):
        name = relation.get_accessor_name()
        primary_keys = {row["key"]: row["pk"] for row in stored.get(name) or ()}
        result[name] = [
            row | {"pk": primary_keys.get(row["key"])} for row in content.get(name) or ()
        ]
    return result


def says_the_same(model: type[Model], one: Content, other: Content) -> bool:
    """Whether two contents agree in everything that an editor can change."""
    return _comparable(model, one) == _comparable(model, other)


def _comparable(model: type[Model], content: Content) -> Content:
    own = {field.name for field in model._meta.concrete_fields} - BOOKKEEPING
    relations = [relation.get_accessor_name() for relation in row_relations(model)]
    return _filled({name: content.get(name) for name in own}) | {
        name: [_filled({**row, "pk": None}) for row in content.get(name) or ()]
        for name in relations
    }


def _filled(columns: Content) -> Content:
    """The columns that are not empty; an empty text may be stored in several ways."""
    return {name: value for name, value in columns.items() if value not in (None, "", "[]", {})}
