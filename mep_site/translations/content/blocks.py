"""The texts inside the bodies of a page, in the form in which a StreamField stores them.

A text is named after the innermost block with an id that holds it, so that its name survives when
the block is moved or nested: ``<block id>.<path>``, with an empty path for a block that is a text
by itself.
"""

from collections.abc import Callable, Iterator
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

Raw = Any
RawStream = list[dict[str, Any]]
# Called with the name of a text, its block and the text; returns what stands there afterwards.
Change = Callable[[str, blocks.Block | None, str], str]

TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


def change_texts(block: blocks.Block, raw: Raw, change: Change, place: str = "") -> Raw:
    """A copy of a block's stored value with every text replaced by what ``change`` returns."""
    match block:
        case blocks.StreamBlock():
            return [
                _change_child(block.child_blocks[child["type"]], child, change, f"{place}.{index}")
                for index, child in enumerate(raw or ())
                if child["type"] in block.child_blocks
            ]
        case blocks.StructBlock():
            return dict(raw or {}) | {
                name: change_texts(child, (raw or {}).get(name), change, f"{place}.{name}")
                for name, child in block.child_blocks.items()
            }
        case blocks.ListBlock():
            return [
                _change_item(block.child_block, item, change, f"{place}.{index}")
                for index, item in enumerate(raw or ())
            ]
        case BaseTypedTableBlock():
            return _change_table(block, raw or {}, change, place)
        case _ if is_text_block(block):
            return change(place, block, raw or "")
    return raw


def is_text_block(block: blocks.Block) -> bool:
    """Whether the block is a text that is translated; telephone numbers and the like are facts."""
    return isinstance(block, TEXT_BLOCKS) and not getattr(block, "is_fact", False)


def _change_child(block: blocks.Block, child: Raw, change: Change, place: str) -> Raw:
    return {**child, "value": change_texts(block, child["value"], change, child.get("id") or place)}


def _change_item(block: blocks.Block, item: Raw, change: Change, place: str) -> Raw:
    """An item of a list, which may have been stored without an id."""
    if is_wrapped(item):
        return _change_child(block, item, change, place)
    return change_texts(block, item, change, place)


def is_wrapped(item: Raw) -> bool:
    """Whether an item of a list was stored together with an id."""
    return isinstance(item, dict) and item.get("type") == "item"


def _change_table(block: BaseTypedTableBlock, raw: Raw, change: Change, place: str) -> Raw:
    columns = raw.get("columns", [])
    kinds = [block.child_blocks[column["type"]] for column in columns]
    return {
        **raw,
        "caption": change(f"{place}.caption", None, raw.get("caption") or ""),
        "columns": [
            {**column, "heading": change(f"{place}.columns.{at}", None, column["heading"] or "")}
            for at, column in enumerate(columns)
        ],
        "rows": [
            {
                "values": [
                    change_texts(kind, value, change, f"{place}.rows.{row}.{column}")
                    for column, (kind, value) in enumerate(zip(kinds, cells["values"], strict=True))
                ]
            }
            for row, cells in enumerate(raw.get("rows", []))
        ],
    }


def texts_of(block: blocks.Block, raw: Raw, place: str = "") -> list[tuple[str, Any, str]]:
    """The texts in a stored value, in their order: name, block (``None`` in tables), text."""
    found: list[tuple[str, Any, str]] = []

    def note(name: str, definition: blocks.Block | None, text: str) -> str:
        found.append((name, definition, text))
        return text

    change_texts(block, raw, note, place)
    return found


def children_of(block: blocks.Block, raw: Raw) -> Iterator[tuple[blocks.Block, Raw]]:
    """Every child with an id of its own in a stored value, however deeply nested, and its block."""
    if isinstance(block, blocks.StructBlock):
        for name, part in block.child_blocks.items():
            yield from children_of(part, (raw or {}).get(name))
    for kind, child in _direct_children(block, raw):
        if child.get("id"):
            yield kind, child
        yield from children_of(kind, child["value"])


def _direct_children(block: blocks.Block, raw: Raw) -> list[tuple[blocks.Block, Raw]]:
    match block:
        case blocks.StreamBlock():
            kinds = block.child_blocks
            return [(kinds[each["type"]], each) for each in raw or () if each["type"] in kinds]
        case blocks.ListBlock():
            return [(block.child_block, item) for item in raw or () if is_wrapped(item)]
    return []


def block_ids(block: blocks.Block, raw: Raw) -> set[str]:
    """The ids of all blocks in a stored value."""
    return {child["id"] for _, child in children_of(block, raw)}
