"""Units: the smallest pieces of text that are translated.

:func:`units` yields those of a page in one language, :func:`write_units` writes them back. Parallel
reading, completeness, differences, freshness and exchange are all built on these two. A page type
takes part by its registration with modeltranslation.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model
from wagtail.blocks import Block

from ..languages import Language
from ..languages.text import has_text
from .blocks import change_texts, texts_of
from .contents import Content, body_in, leading_language, rows_of, stream_block, text_fields
from .rendering import rendered_in

# Read by search engines and not by people: they do not make a translation incomplete.
BESIDE_THE_PAGE = frozenset({"seo_title", "search_description"})


@dataclass(frozen=True)
class Unit:
    """A piece of text in one language.

    ``id`` stays the same for as long as the text has its place: ``title``,
    ``milestones.<key>.text``, ``body.<block id>.<path>``. ``definition`` is the model field or the
    block that the text is of, ``None`` for the words of a table; ``labels`` lead to it.
    """

    id: str
    text: str
    definition: Field | Block | None
    labels: tuple[Any, ...]

    @property
    def is_shown(self) -> bool:
        """Whether the text stands on the page, so that readers would miss it."""
        return self.id not in BESIDE_THE_PAGE

    @property
    def label(self) -> str:
        """What the text is, in the language of the admin's user."""
        return " › ".join(str(label) for label in self.labels)


def units(model: type[Model], content: Content, language: Language) -> Iterator[Unit]:
    """All units of a content in one language, in the order of the page."""
    beside = [field for field in text_fields(model) if field.name in BESIDE_THE_PAGE]
    for field in text_fields(model):
        if field not in beside:
            yield from _of_field(field, content, language, field.name, ())
    for number, (relation, row_model, row) in enumerate(rows_of(model, content), start=1):
        labels = (f"{row_model._meta.verbose_name} {number}",)
        for field in text_fields(row_model):
            place = f"{relation}.{row['key']}.{field.name}"
            yield from _of_field(field, row, language, place, labels)
    for field in beside:
        yield from _of_field(field, content, language, field.name, ())


def texts(model: type[Model], content: Content, language: Language) -> dict[str, str]:
    """The units that have a text, by id."""
    return {unit.id: unit.text for unit in units(model, content, language) if has_text(unit.text)}


def _of_field(
    field: Field, columns: Content, language: Language, place: str, labels: tuple[Any, ...]
) -> Iterator[Unit]:
    column = language.column(field.name)
    block = stream_block(field)
    labels = (*labels, field.verbose_name)
    if not block:
        yield Unit(place, columns.get(column) or "", field, labels)
        return
    for name, definition, text in texts_of(block, body_in(columns, column)):
        label = (definition.label,) if definition else ()
        yield Unit(f"{place}.{name}", text, definition, (*labels, *label))


def write_units(
    model: type[Model],
    content: Content,
    language: Language,
    written: Mapping[str, str],
    skeleton: Content | None = None,
) -> Content:
    """The content with these units in place of those that it has in this language.

    Units that are not among ``written`` are emptied. A language that leads keeps the structure of
    its bodies; for any other one ``skeleton`` (by default the content itself) has the bodies whose
    structure rules. Blocks that were never paired with one of these are kept where they stand.
    """
    model_of = content if skeleton is None else skeleton
    leading = leading_language(model_of)
    writer = _Writer(language, written, leading if leading != language else None)
    result = content | writer.columns(model, content, model_of)
    counterparts = {row["key"]: row for _, _, row in rows_of(model, model_of)}
    for relation, row_model, row in rows_of(model, content):
        rows = result[relation] = list(result[relation])
        rows[rows.index(row)] = row | writer.columns(
            row_model, row, counterparts.get(row["key"], {}), f"{relation}.{row['key']}."
        )
    return result


@dataclass(frozen=True)
class _Writer:
    """Writes the columns of one language; ``leading`` is another one whose structure rules."""

    language: Language
    written: Mapping[str, str]
    leading: Language | None

    def columns(
        self, model: type[Model], columns: Content, skeleton: Content, prefix: str = ""
    ) -> dict[str, Any]:
        return {
            self.language.column(field.name): self._body(field, columns, skeleton, prefix)
            if stream_block(field)
            else self.written.get(f"{prefix}{field.name}", "")
            for field in text_fields(model)
        }

    def _body(self, field: Field, columns: Content, skeleton: Content, prefix: str) -> str:
        block = stream_block(field)
        own = self._texts_below(f"{prefix}{field.name}.")
        current = body_in(columns, self.language.column(field.name))
        if self.leading is None:
            return json.dumps(change_texts(block, current, lambda name, _, text: own.get(name, "")))
        structure = body_in(skeleton, self.leading.column(field.name))
        return json.dumps(rendered_in(block, structure, current, own))

    def _texts_below(self, place: str) -> dict[str, str]:
        return {
            name.removeprefix(place): text
            for name, text in self.written.items()
            if name.startswith(place)
        }
