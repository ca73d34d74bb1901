"""The formats that terms are written in, by the ending of a file's name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .listed import ListedTerm
from .tables import write_terms_table
from .tbx import write_tbx


@dataclass(frozen=True)
class TermFormat:
    name: str
    media_type: str
    write: Callable[[Iterable[ListedTerm]], bytes]


TERM_FORMATS = {
    "csv": TermFormat("CSV", "text/csv; charset=utf-8", write_terms_table),
    "tbx": TermFormat("TBX", "application/x-tbx+xml", write_tbx),
}
