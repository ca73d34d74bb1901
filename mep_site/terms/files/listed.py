"""A term as files have it, with its renderings in all languages."""

import re
from dataclasses import dataclass, field
from datetime import date

from ..matching import TermEntry, TermKind

LONGEST = 255
# Divides renderings in a cell of a table.
BETWEEN_RENDERINGS = "|"
PERIOD = re.compile(r"(?P<first>\d{4}-\d\d-\d\d|\.\.)/(?P<last>\d{4}-\d\d-\d\d|\.\.)")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class RefusedFileError(Exception):
    """A file that cannot be read; its text is a sentence for whoever sent it."""


class RefusedTermError(ValueError):
    """A term that cannot be taken over; its text is a sentence."""


@dataclass(frozen=True)
class ListedPeriod:
    """From a day to a day, both included; either may be open."""

    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        """As ISO 8601 writes an interval, ``..`` for an open end."""
        if self == ListedPeriod():
            return ""
        return "/".join(str(day or "..") for day in (self.first, self.last))

    @classmethod
    def parse(cls, text: str) -> "ListedPeriod":
        """The period that is written so; ``ValueError`` if none is."""
        if not text:
            return cls()
        match = PERIOD.fullmatch(text)
        if not match:
            raise ValueError(text)
        days = (None if day == ".." else date.fromisoformat(day) for day in match.groups())
        return cls(*days)


@dataclass(frozen=True)
class ListedRendering:
    """A rendering; ``language`` is the code of its language.

    What a file does not say of it is ``None``.
    """

    language: str
    text: str
    is_forbidden: bool = False
    source: str | None = None
    period: ListedPeriod | None = None


@dataclass(frozen=True)
class ListedTerm:
    """A term; what a file does not say of it is ``None``.

    ``said`` names what the file says wholly: all approved, or all forbidden (``True``), renderings
    into a language. ``place`` says where in the file the term stands.
    """

    chinese: str
    kind: TermKind | None = None
    definition: str | None = None
    source: str | None = None
    note: str | None = None
    period: ListedPeriod | None = None
    renderings: tuple[ListedRendering, ...] = ()
    said: frozenset[tuple[str, bool]] = frozenset()
    place: str = field(default="", compare=False)

    def entry(self, language: str) -> TermEntry:
        """The term with its renderings into one language."""
        own = [each for each in self.renderings if each.language == language]
        return TermEntry(
            self.chinese,
            self.kind or TermKind.NAME,
            tuple(each.text for each in own if not each.is_forbidden),
            tuple(each.text for each in own if each.is_forbidden),
            self.source or "",
            self.note or "",
        )


def listed_entry(entry: TermEntry, language: str) -> ListedTerm:
    """An entry of an index as files have it."""
    renderings = [
        *(ListedRendering(language, text) for text in entry.approved),
        *(ListedRendering(language, text, is_forbidden=True) for text in entry.forbidden),
    ]
    return ListedTerm(
        entry.chinese,
        entry.kind,
        source=entry.source,
        note=entry.note,
        renderings=tuple(renderings),
        said=frozenset({(language, False), (language, True)}),
    )
