"""Parallel reading: a page in two languages, passage beside passage.

Nothing is said per page type. Its texts are found by their registration for translation; a block is
paired with the block of the same id in the other language, and a row with itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils import translation
from wagtail.blocks import StreamValue, StructValue
from wagtail.models import AbstractPage

from ..content.columns import stream_block, text_fields
from ..content.content import Content
from ..content.marks import places
from ..content.rows import row_relations
from ..content.units import BESIDE_THE_PAGE
from ..languages import Language, active_language, get_language, languages
from ..languages.dates import PartialDate
from ..languages.text import text_in
from .freshness_notice import FreshnessNotice

PARAMETER = "with"
# The text of a page needs no heading of its own beside the title.
WITHOUT_HEADING = "body"
IN_THE_HEADER = BESIDE_THE_PAGE | {"title", "summary"}

Places = dict[str, Any]


@dataclass(frozen=True)
class Side:
    """One of the two languages: its plain page and, of a translation, how it stands."""

    language: Language
    url: str
    freshness_notice: FreshnessNotice | None


@dataclass(frozen=True)
class Half:
    """A passage on one side.

    ``part`` is a block or a row, ``None`` where the language lacks it; ``is_partial`` says that it
    lacks words that the other side has.
    """

    side: Side
    part: Any
    is_partial: bool


@dataclass(frozen=True)
class Pair:
    """A passage in both languages. ``place`` is the id of its block or the key of its row."""

    place: str
    halves: list[Half]

    @property
    def is_row(self) -> bool:
        """Whether it is a row and no block."""
        return any(isinstance(half.part, Model) for half in self.halves)


@dataclass(frozen=True)
class Section:
    """A body or the rows of a relation; ``label`` is lazy, and empty where a heading is not due."""

    name: str
    label: Any
    pairs: list[Pair]

    @property
    def anchor(self) -> str:
        """The id of its heading, the same as on the plain page."""
        return self.name.replace("_", "-")

    @property
    def contents(self) -> list[tuple[str, Any]]:
        """The anchors and words of its heading and of the headings in it, on the first side."""
        own = [(self.anchor, self.label)] if self.label else []
        headings = [(pair.place, pair.halves[0].part) for pair in self.pairs if not pair.is_row]
        return own + [
            (f"part-{place}", part.value)
            for place, part in headings
            if part and part.block_type == "heading"
        ]


@dataclass(frozen=True)
class FieldValue:
    """A short text in the language of its side, or a fact that has the same value on both."""

    name: str
    label: Any
    value: Any
    is_text: bool = False

    @property
    def is_partial_date(self) -> bool:
        """Whether it is a date of known precision."""
        return isinstance(self.value, PartialDate)

    @property
    def is_day(self) -> bool:
        """Whether it is an ordinary date."""
        return isinstance(self.value, date)


@dataclass(frozen=True)
class Parallel:
    """A page in two languages: ``sides`` in the order of reading, ``fields`` for each of them."""

    sides: list[Side]
    fields: list[tuple[Side, list[FieldValue]]]
    sections: list[Section]

    @property
    def contents(self) -> list[tuple[str, Any]]:
        """The anchors and headings of its parts, in the language of the first side."""
        return [entry for section in self.sections for entry in section.contents]


def language_asked_for(request: HttpRequest) -> Language | None:
    """The other language that ``?with=<code>`` names; ``None`` if the site does not have it."""
    try:
        found = get_language(request.GET.get(PARAMETER, "").lower())
    except LookupError:
        return None
    return found if found != active_language() else None


def in_parallel(page: AbstractPage, request: HttpRequest, companion: Language) -> Parallel:
    """The page in the active language beside its text in another one.

    Both must be public, and the rows and references of the page loaded.
    """
    sides = [_side(page, request, language) for language in (active_language(), companion)]
    pairing = _Pairing(page, sides, Content.of(page))
    return Parallel(sides, [(side, list(_fields(page, sides, side))) for side in sides], [*pairing])


def align(first: Sequence[str], other: Sequence[str]) -> list[str]:
    """The names of both in the order of the first.

    What only ``other`` has stands after what it follows there.
    """
    aligned = list(first)
    after = -1
    for name in other:
        if name in first:
            after = max(after, aligned.index(name))
        else:
            after += 1
            aligned.insert(after, name)
    return aligned


def blocks_by_id(body: StreamValue | None) -> Iterator[tuple[str, StreamValue.StreamChild]]:
    """The blocks of a body by their ids, those of nested streams after the block around them.

    A block of a draft that was never saved has no id; its place stands for it.
    """
    for number, child in enumerate(body or ()):
        nested = _nested(child.value)
        yield child.id or str(number), _without(child, nested) if nested else child
        for stream in nested.values():
            yield from blocks_by_id(stream)


def _nested(value: Any) -> dict[str, StreamValue]:
    parts = value.items() if isinstance(value, StructValue) else ()
    return {name: part for name, part in parts if isinstance(part, StreamValue)}


def _without(
    child: StreamValue.StreamChild, nested: dict[str, StreamValue]
) -> StreamValue.StreamChild:
    """The block without what stands in its streams, which follows it passage by passage."""
    emptied = {name: StreamValue(stream.stream_block, []) for name, stream in nested.items()}
    value = StructValue(child.block, {**child.value, **emptied})
    return StreamValue.StreamChild(child.block, value, id=child.id)


def _side(page: AbstractPage, request: HttpRequest, language: Language) -> Side:
    with translation.override(language.code):
        return Side(language, page.get_url(request) or "", page.freshness_notice())


def _fields(page: AbstractPage, sides: Iterable[Side], side: Side) -> Iterator[FieldValue]:
    """What stands above the text: dates and numbers of the page type, and its short texts."""
    fields = text_fields(type(page))
    columns = {language.column(field.name) for field in fields for language in languages()}
    columns |= {field.name for field in fields}
    for field in type(page)._meta.local_concrete_fields:
        value = None if field.is_relation or field.name in columns else getattr(page, field.name)
        if value:
            yield FieldValue(field.name, field.verbose_name, value)
    for field in fields:
        is_short = field.name not in IN_THE_HEADER and not stream_block(field)
        if is_short and any(text_in(page, field.name, each.language) for each in sides):
            value = text_in(page, field.name, side.language)
            yield FieldValue(field.name, field.verbose_name, value, is_text=True)


class _Pairing:
    """The sections of a page, in the order in which its type is read."""

    def __init__(self, page: AbstractPage, sides: list[Side], content: Content) -> None:
        self.page, self.sides = page, sides
        one, other = (side.language for side in sides)
        self.lacking = {
            one: _lacking(content, one, other),
            other: _lacking(content, other, one),
        }

    def __iter__(self) -> Iterator[Section]:
        order = {name: place for place, name in enumerate(self.page.reading_order)}
        found = [section for section in (*self.bodies(), *self.rows()) if section.pairs]
        yield from sorted(found, key=lambda section: order.get(section.name, len(order)))

    def bodies(self) -> Iterator[Section]:
        """Those that are read, not such as are arranged from parts of other pages."""
        for field in text_fields(type(self.page)):
            block = stream_block(field)
            if block and getattr(block, "is_passage", True):
                label = "" if field.name == WITHOUT_HEADING else field.verbose_name
                yield Section(field.name, label, self.paired_blocks(field.name))

    def rows(self) -> Iterator[Section]:
        """The relations, those that every page may have after those of the page type."""
        own = type(self.page)
        passages = [each for each in row_relations(own) if each.related_model.is_passage]
        for relation in sorted(passages, key=lambda relation: relation.model != own):
            name = relation.get_accessor_name()
            pairs = [self.paired_row(row) for row in getattr(self.page, name).all()]
            yield Section(name, relation.related_model._meta.verbose_name_plural, pairs)

    def paired_blocks(self, field: str) -> list[Pair]:
        """The blocks of a body in the order of the language that comes first on the site."""
        found: dict[Language, Places] = {
            side.language: dict(blocks_by_id(text_in(self.page, field, side.language)))
            for side in self.sides
        }
        first, other = sorted(found, key=languages().index)
        return [
            self.pair(place, [found[side.language].get(place) for side in self.sides])
            for place in align(list(found[first]), list(found[other]))
        ]

    def paired_row(self, row: Model) -> Pair:
        """A row beside itself; without words of its own in a language it is not there."""
        place = str(row.key)
        return self.pair(
            place,
            [
                row if place not in self.lacking[side.language] or _has_words(row, side) else None
                for side in self.sides
            ],
        )

    def pair(self, place: str, parts: Iterable[Any]) -> Pair:
        halves = [
            Half(side, part, is_partial=place in self.lacking[side.language])
            for side, part in zip(self.sides, parts, strict=True)
        ]
        return Pair(place, halves)


def _lacking(content: Content, language: Language, other: Language) -> set[str]:
    """The places where the other language has words that this one lacks."""
    own = content.shown_texts(language)
    missing = [unit for unit in content.shown_texts(other) if unit not in own]
    return set(places(content, other, missing))


def _has_words(row: Model, side: Side) -> bool:
    return any(text_in(row, field.name, side.language) for field in text_fields(type(row)))
