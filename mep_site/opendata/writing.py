"""Writes a data set as CSV or JSON-LD, piece by piece."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import islice
from typing import Any, NamedTuple

from mep_site.core.admin.spreadsheets import as_text
from mep_site.publicstate.version import by_version

from .scope import SiteScope
from .shapes import VOCABULARIES, DataSet, Row

# Stands between the texts of a cell that has several.
BETWEEN = " | "
ROWS_PER_PIECE = 200


class FileFormat(NamedTuple):
    """A way of writing: its name for readers, its content type, and the standard behind it."""

    name: str
    content_type: str
    standard: str
    pieces: Callable[[DataSet, Iterable[Row]], Iterator[str]]

    @property
    def media_type(self) -> str:
        """The content type without parameters."""
        return self.content_type.partition(";")[0]


def context_of(data: DataSet) -> dict[str, Any]:
    """What the names of the columns and of the parts stand for (JSON-LD 1.1)."""
    columns = {each.name: each.meaning for each in data.columns if each.name != "id"}
    parts = {name: part.term for name, part in data.parts.items()}
    return VOCABULARIES | {"id": "@id", "type": "@type"} | columns | parts


def as_object(data: DataSet, row: Row) -> dict[str, Any]:
    """The row as JSON-LD: what is known of its subject, and of that subject's parts."""
    found = {"": {"type": data.type}}
    found |= {name: {"type": part.type} for name, part in data.parts.items()}
    for column in data.columns:
        if (value := row.get(column.name)) not in (None, "", []):
            found[column.inside][column.name] = value
    # What stands inside another part comes after it, and is put there first.
    for name, part in reversed(data.parts.items()):
        if len(found[name]) > 1:
            found[part.inside][name] = found[name]
    return found[""]


def csv_pieces(data: DataSet, rows: Iterable[Row]) -> Iterator[str]:
    """RFC 4180 with a header; no cell begins what a spreadsheet would take for a formula."""
    names = [column.name for column in data.columns]
    lines = ([_cell(row.get(name)) for name in names] for row in rows)
    yield _lines([names])
    while chunk := list(islice(lines, ROWS_PER_PIECE)):
        yield _lines(chunk)


def json_ld_pieces(data: DataSet, rows: Iterable[Row]) -> Iterator[str]:
    """One object a line, so that a long file can be read as it comes."""
    yield f'{{"@context": {_json(context_of(data))},\n"@graph": ['
    objects = (_json(as_object(data, row)) for row in rows)
    before = "\n"
    while chunk := list(islice(objects, ROWS_PER_PIECE)):
        yield before + ",\n".join(chunk)
        before = ",\n"
    yield "\n]}\n"


def _cell(value: Any) -> Any:
    return as_text(BETWEEN.join(value) if isinstance(value, list) else value)


def _lines(lines: Iterable[Iterable[Any]]) -> str:
    text = StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMATS = {
    "csv": FileFormat(
        name="CSV",
        content_type="text/csv; charset=utf-8; header=present",
        standard="https://www.rfc-editor.org/info/rfc4180",
        pieces=csv_pieces,
    ),
    "jsonld": FileFormat(
        name="JSON-LD",
        content_type="application/ld+json",
        standard="https://www.w3.org/TR/json-ld11/",
        pieces=json_ld_pieces,
    ),
}


@by_version(maxsize=64)
def whole_file(data: DataSet, ending: str, scope: SiteScope) -> bytes:
    """A data set that is not long, as it is sent."""
    return "".join(pieces_of(data, ending, scope)).encode()


def pieces_of(data: DataSet, ending: str, scope: SiteScope) -> Iterator[str]:
    """A data set in the format with this ending, read and written a piece at a time."""
    return FORMATS[ending].pieces(data, data.rows(scope))
