"""Units: the smallest pieces of text that are translated.

:func:`units_in` yields those of a page in one language, :class:`UnitWriter` writes them back.
Parallel reading, completeness, differences, freshness and exchange are all built on these two, by
way of :class:`.content.Content`. A page type takes part by its registration with modeltranslation.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model
from modelcluster.models import ClusterableModel
from wagtail.blocks import Block, RichTextBlock

from ..languages import Language
from .blocks import change_texts, texts_of
from .columns import Columns, as_json, body_in, rows_in, stream_block, text_fields
from .translated_bodies import translated_body

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
    def is_rich(self) -> bool:
        """Whether the text is HTML."""
        return isinstance(self.definition, RichTextBlock)

    @property
    def label(self) -> str:
        """What the text is, in the language of the admin's user."""
        return " › ".join(str(label) for label in self.labels)


def units_in(model: type[ClusterableModel], columns: Columns, language: Language) -> Iterator[Unit]:
    """All units of a page in one language, in the order of the page."""
    beside = [field for field in text_fields(model) if field.name in BESIDE_THE_PAGE]
    for field in text_fields(model):
        if field not in beside:
            yield from _of_field(field, columns, language, field.name, ())
    for number, row in enumerate(rows_in(model, columns), start=1):
        labels = (f"{row.model._meta.verbose_name} {number}",)
        for field in text_fields(row.model):
            yield from _of_field(field, row.columns, language, f"{row.place}{field.name}", labels)
    for field in beside:
        yield from _of_field(field, columns, language, field.name, ())


def _of_field(
    field: Field, columns: Columns, language: Language, place: str, labels: tuple[Any, ...]
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


@dataclass(frozen=True)
class UnitWriter:
    """Writes the units of one language; those that are not among ``written`` are emptied.

    The source language keeps the structure of its bodies. The bodies of any other language get the
    structure of those in the source language; blocks that were never paired with one of these are
    kept where they stand.
    """

    language: Language
    written: Mapping[str, str]
    source_language: Language

    def page(self, model: type[ClusterableModel], columns: Columns, source: Columns) -> Columns:
        """The columns of a page with these units; ``source`` has the bodies that rule."""
        result = columns | self._texts(model, columns, source)
        counterparts = {row.key: row.columns for row in rows_in(model, source)}
        for row in rows_in(model, columns):
            rows = result[row.relation] = list(result[row.relation])
            rows[rows.index(row.columns)] = row.columns | self._texts(
                row.model, row.columns, counterparts.get(row.key, {}), row.place
            )
        return result

    def _texts(
        self, model: type[Model], columns: Columns, source: Columns, prefix: str = ""
    ) -> Columns:
        return {
            self.language.column(field.name): self._body(field, columns, source, prefix)
            if stream_block(field)
            else self.written.get(f"{prefix}{field.name}", "")
            for field in text_fields(model)
        }

    def _body(self, field: Field, columns: Columns, source: Columns, prefix: str) -> str:
        block = stream_block(field)
        own = self._texts_below(f"{prefix}{field.name}.")
        current = body_in(columns, self.language.column(field.name))
        if self.language == self.source_language:
            return as_json(change_texts(block, current, lambda name, _, text: own.get(name, "")))
        structure = body_in(source, self.source_language.column(field.name))
        return as_json(translated_body(block, structure, current, own))

    def _texts_below(self, place: str) -> dict[str, str]:
        return {
            name.removeprefix(place): text
            for name, text in self.written.items()
            if name.startswith(place)
        }
