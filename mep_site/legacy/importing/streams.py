"""Bodies from texts by target.

A block has the same id in every language that it stands in; that pairing is what parallel reading
and freshness are built on. The id follows from the capture and the place in it, so reading the
capture again gives the same one.
"""

import html
import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mep_site.legacy.reading.languages import LANGUAGES

Path = tuple[int | str, ...]
Texts = Mapping[str, str]
Ids = Callable[..., str]
RawBlock = dict[str, Any]

# What a path says beside the places in it.
BLOCKS = frozenset({"paragraph", "heading", "list", "numbered", "table"})
LISTS = {"list": False, "numbered": True}


def ids_within(sha256: str, page: int, field: str) -> Ids:
    """Makes the ids of blocks and rows of one field."""

    def make(*path: int | str) -> str:
        return stable_id(sha256, page, field, *path)

    return make


def stable_id(sha256: str, *path: int | str) -> str:
    """The id of a place in a capture."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "/".join(map(str, (sha256, *path)))))


def stream_columns(field: str, texts: Mapping[Path, Texts], ids: Ids) -> dict[str, str]:
    """The value of a StreamField in each language, by column."""
    build = _achievements if field == "achievements" else _blocks
    return {f"{field}_{name}": json.dumps(build(texts, name, ids)) for name in LANGUAGES}


def _blocks(texts: Mapping[Path, Texts], language: str, ids: Ids) -> list[RawBlock]:
    """The blocks that have a text in this language, in their order."""
    blocks: dict[int | str, RawBlock] = {}
    for (block, kind, *item), renditions in sorted(texts.items(), key=lambda each: _order(each[0])):
        text = renditions.get(language)
        if not text:
            continue
        if kind in LISTS:
            empty = {"numbered": LISTS[kind], "items": []}
            raw = blocks.setdefault(block, {"type": "list", "id": ids(block), "value": empty})
            value = {"type": "item", "id": ids(block, *item), "value": rich_text(text)}
            raw["value"]["items"].append(value)
        elif kind == "table":
            raw = blocks.setdefault(block, {"type": kind, "id": ids(block), "value": _table()})
            _add_cell(raw["value"], item[0], as_one_line(text))
        else:
            value = as_one_line(text) if kind == "heading" else rich_text(text)
            blocks[block] = {"type": kind, "id": ids(block), "value": value}
    return list(blocks.values())


def _table() -> RawBlock:
    return {"caption": "", "columns": [], "rows": []}


def _add_cell(table: RawBlock, row: int | str, text: str) -> None:
    """Put a cell at the end of a row; the first row heads the columns."""
    if row == 0:
        table["columns"].append({"type": "text", "heading": text})
        return
    if len(table["rows"]) < int(row):
        table["rows"].append({"values": []})
    table["rows"][-1]["values"].append(text)


def _order(path: Sequence[int | str]) -> tuple[int, ...]:
    return tuple(part for part in path if isinstance(part, int))


def _achievements(texts: Mapping[Path, Texts], language: str, ids: Ids) -> list[RawBlock]:
    """The achievements that have a heading in this language."""
    headings = {path[0]: each for path, each in texts.items() if path[1] == "heading"}
    return [
        {
            "type": "achievement",
            "id": ids(place),
            "value": {
                "heading": as_one_line(heading[language]),
                "text": _blocks(
                    {path[2:]: each for path, each in texts.items() if path[:2] == (place, "text")},
                    language,
                    lambda *path, place=place: ids(place, "text", *path),
                ),
            },
        }
        for place, heading in sorted(headings.items())
        if heading.get(language)
    ]


def as_one_line(text: str) -> str:
    """A text for a field of one line."""
    return " ".join(text.split("\n"))


def rich_text(text: str) -> str:
    """Paragraphs as HTML; quotation marks stay as they are."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))
