"""Where every character of a capture belongs, and what is shown of it.

A segment is a part of the text with one role. What a page shows is derived from the segments that
have a target, by named transformations, each of which can be left out again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from ..phrases.date_wordings import date_in
from ..reading.languages import CHINESE

NON_BLANK = re.compile(r"\S+")


class Role(StrEnum):
    """What a part of a capture is."""

    # The frame that the old sites put round every page; it stays in the capture.
    BREADCRUMB = "breadcrumb"
    SECTION_LABEL = "section label"
    MASTHEAD = "masthead"
    HOT_KEYWORDS = "hot keywords"
    WIDGETS = "widgets"
    NAVIGATION = "navigation"
    ADDRESS_LINE = "address of the page"
    PRECEDENCE = "precedence"
    COPYRIGHT = "copyright"
    REGISTRATION = "registration"
    RIGHTS = "rights"
    FOOTER = "footer"
    # The text.
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    CELL = "table cell"
    CAPTION = "caption"
    BYLINE = "byline"
    QUOTATION = "quotation"
    SOURCE = "source"
    NAME = "name"
    CONTACT = "contact"
    DATE = "date"
    # What stands for the field or the markup that the text is in.
    SECTION = "section heading"
    LABEL = "label"
    MARKER = "marker"
    # Text for which the page has no field.
    UNPLACED = "without a field"


FRAME = frozenset(list(Role)[: list(Role).index(Role.TITLE)])
FOOTER_ROLES = frozenset(list(Role)[list(Role).index(Role.PRECEDENCE) : len(FRAME)])


class Transformation(StrEnum):
    """What was done to show a text; each can be undone."""

    UNWRAP = "unwrap"
    STRIP_MARKER = "strip marker"
    STRIP_EMPHASIS = "strip emphasis"
    STRIP_QUOTES = "strip quotation marks"
    READ_DATE = "read date"
    READ_STATE = "read state"


# Those that an editor may leave out; a date or a state has to be read for its field.
UNDOABLE = (
    Transformation.UNWRAP,
    Transformation.STRIP_MARKER,
    Transformation.STRIP_EMPHASIS,
    Transformation.STRIP_QUOTES,
)


@dataclass(frozen=True)
class Destination:
    """A place on a page: the number of the page, a field, and for a list what in it.

    ``path`` is ``(3, "paragraph")`` for the fourth block of a body, ``(3, "list", 0)`` for an item
    of a list, ``(0, "name")`` for a row's field.
    """

    page: int
    field: str
    path: tuple[int | str, ...] = ()

    def __str__(self) -> str:
        return "/".join(map(str, (self.page, self.field, *self.path)))

    @classmethod
    def parse(cls, text: str) -> "Destination":
        """A target from its text."""
        page, field, *path = text.split("/")
        return cls(int(page), field, tuple(int(p) if p.isdigit() else p for p in path))


@dataclass(frozen=True)
class Segment:
    """A part of the text."""

    start: int
    end: int
    role: Role
    language: str = ""
    target: Destination | None = None
    transformations: tuple[Transformation, ...] = ()

    def as_json(self) -> list[Any]:
        """The segment as it is stored."""
        target = str(self.target) if self.target else ""
        return [self.start, self.end, self.role, self.language, target, [*self.transformations]]

    @classmethod
    def from_json(cls, stored: list[Any]) -> "Segment":
        start, end, role, language, target, transformations = stored
        return cls(
            start,
            end,
            Role(role),
            language,
            Destination.parse(target) if target else None,
            tuple(map(Transformation, transformations)),
        )


@dataclass(frozen=True)
class ExtractedValue:
    """A value that was read from a text which keeps its own place: a number, a name in a list."""

    start: int
    end: int
    target: Destination
    language: str
    value: str

    def as_json(self) -> list[Any]:
        """The fact as it is stored."""
        return [self.start, self.end, str(self.target), self.language, self.value]

    @classmethod
    def from_json(cls, stored: list[Any]) -> "ExtractedValue":
        start, end, target, language, value = stored
        return cls(start, end, Destination.parse(target), language, value)


@dataclass(frozen=True)
class Coverage:
    """How many characters there are, and how many have one home, several or none."""

    characters: int
    covered: int
    overlapping: int

    @property
    def percent(self) -> float:
        """The share of the characters that have a home."""
        return 100.0 if not self.characters else 100 * self.covered / self.characters


def coverage_of(text: str, segments: Sequence[Segment]) -> Coverage:
    """Count the non-blank characters of a text by the segments that they belong to."""
    covered = overlapping = last_end = 0
    for segment in sorted(segments, key=lambda each: (each.start, each.end)):
        fresh = max(segment.start, last_end)
        covered += _count(text, fresh, segment.end)
        overlapping += _count(text, segment.start, min(fresh, segment.end))
        last_end = max(last_end, segment.end)
    return Coverage(_count(text, 0, len(text)), covered, overlapping)


def uncovered(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The parts of a text that no segment holds and that are not blank."""
    position = 0
    ends = [*sorted((each.start, each.end) for each in segments), (len(text), len(text))]
    for start, end in ends:
        for match in NON_BLANK.finditer(text, position, max(position, start)):
            yield match.span()
        position = max(position, end)


def _count(text: str, start: int, end: int) -> int:
    return sum(len(match[0]) for match in NON_BLANK.finditer(text, start, max(start, end)))


@dataclass(frozen=True)
class Derivation:
    """What is shown of a capture: the text of each target in each language."""

    text: str
    segments: tuple[Segment, ...]
    facts: tuple[ExtractedValue, ...] = ()
    undone: frozenset[Transformation] = frozenset()

    @cached_property
    def texts(self) -> dict[Destination, dict[str, str]]:
        """The texts by target and language, in the order of the capture; facts come last."""
        shown: dict[Destination, dict[str, str]] = {}
        last_end: dict[tuple[Destination, str], int] = {}
        for segment in self.segments:
            if segment.target and self._is_shown(segment):
                key = (segment.target, segment.language)
                before = shown.setdefault(segment.target, {}).get(segment.language)
                part = self._part(segment)
                if before is not None and not segment.language and before == part:
                    # A fact that each language states again.
                    continue
                if before is not None:
                    part = before + self._joint(segment, last_end[key]) + part
                shown[segment.target][segment.language] = part
                last_end[key] = segment.end
        for fact in self.facts:
            shown.setdefault(fact.target, {})[fact.language] = fact.value
        return shown

    def _is_shown(self, segment: Segment) -> bool:
        return segment.role is not Role.MARKER or bool({*segment.transformations} & self.undone)

    def _part(self, segment: Segment) -> str:
        part = self.text[segment.start : segment.end]
        return date_in(part) if Transformation.READ_DATE in segment.transformations else part

    def _joint(self, segment: Segment, last_end: int) -> str:
        """What stands between a segment and the one before it in the same place."""
        gap = self.text[last_end : segment.start]
        applied = {*segment.transformations} - self.undone
        if Transformation.UNWRAP in applied:
            around = self.text[last_end - 1] + self.text[segment.start]
            is_tight = segment.language == CHINESE and not (around.isascii() and around.isalnum())
            return "" if is_tight else " "
        if "\n" in gap or "\r" in gap:
            return "\n"
        return "".join(re.findall(r"\s", gap))
