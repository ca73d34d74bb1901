"""Where on a page readers find a unit: the place that is marked when the unit differs."""

from collections.abc import Iterable, Iterator

from django.db.models import Model
from wagtail import blocks

from ..languages import Language
from .blocks import Raw, is_wrapped
from .columns import Columns, body_in, stream_block, text_fields
from .content import Content


def places(content: Content, language: Language, units: Iterable[str]) -> dict[str, str]:
    """The first of these units by its place.

    A place is the id of the block of a stream that holds the unit, be it in an item of a list; the
    key of a row; or the name of a field of the page.
    """
    found: dict[str, str] = {}
    for unit, place in place_of_units(content, language, units):
        found.setdefault(place, unit)
    return found


def place_of_units(
    content: Content, language: Language, units: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Each of these units with the place where readers find it."""
    owners = dict(_owners(content, language))
    for unit in units:
        # Ids of blocks and keys of rows hold no dots.
        parts = reversed(unit.split("."))
        yield unit, next((owners[part] for part in parts if part in owners), unit)


def _owners(content: Content, language: Language) -> Iterator[tuple[str, str]]:
    """Everything that has an id of its own, with the place that it belongs to."""
    yield from _in_bodies(content.model, content.columns, language)
    for row in content.rows:
        yield row.key, row.key
        yield from _in_bodies(row.model, row.columns, language)


def _in_bodies(
    model: type[Model], columns: Columns, language: Language
) -> Iterator[tuple[str, str]]:
    for field in text_fields(model):
        block = stream_block(field)
        if block:
            yield from _in_block(block, body_in(columns, language.column(field.name)), "")


def _in_block(block: blocks.Block, raw: Raw, place: str) -> Iterator[tuple[str, str]]:
    match block:
        case blocks.StreamBlock():
            known = (child for child in raw or () if child["type"] in block.child_blocks)
            for child in known:
                own = child.get("id") or place
                yield own, own
                yield from _in_block(block.child_blocks[child["type"]], child["value"], own)
        case blocks.StructBlock():
            for name, child in block.child_blocks.items():
                yield from _in_block(child, (raw or {}).get(name), place)
        case blocks.ListBlock():
            for item in filter(is_wrapped, raw or ()):
                yield item.get("id", ""), place
                yield from _in_block(block.child_block, item["value"], place)
