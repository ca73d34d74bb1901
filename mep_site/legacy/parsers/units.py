"""Documents whose paragraphs alternate between languages.

Lines are gathered into units (lines in one language that belong together), and units into
passages (a unit and its translations).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from mep_site.legacy.documents import Paragraph, Texts
from mep_site.legacy.languages import (
    CHINESE,
    ENGLISH,
    LANGUAGES,
    language_of,
    split_languages,
    unwrap,
)
from mep_site.legacy.reading import Line

CHAPTER = "■"
# - ▶ ► • before an item, in any combination; a hyphen needs a space after it.
BULLET = re.compile(r"^(?:[▶►●•▪]\s*|-\s+)+")
# ——, --- or — before the source of a quotation.
SOURCE = re.compile(r"^(?:[—–―]+|-{2,})\s*")
# *Concept for …*: how the capture marked italics.
EMPHASIS = re.compile(r"\*(?P<text>[^*\n]+)\*")
# A Chinese line that ends otherwise is a heading or a caption; an English heading may well end in
# a full stop in these documents.
CHINESE_SENTENCE_END = re.compile(r"[。；;！？：:]$")
ENGLISH_SENTENCE_END = re.compile(r"[.;!?:]$")


class Marker(StrEnum):
    """What stood before a unit."""

    NONE = "none"
    BULLET = "bullet"
    CHAPTER = "chapter"
    SOURCE = "source"


@dataclass(frozen=True)
class Unit:
    """Lines in one language that belong together; ``group`` counts blank lines before them."""

    language: str
    lines: tuple[str, ...]
    marker: Marker
    group: int

    @property
    def text(self) -> str:
        """The lines as one text."""
        return unwrap(list(self.lines), self.language)


@dataclass(frozen=True)
class Passage:
    """A text in each language that it stands in."""

    texts: Texts
    marker: Marker

    @property
    def as_paragraph(self) -> Paragraph:
        """The passage as a block."""
        return Paragraph(self.texts)

    @property
    def is_sentence(self) -> bool:
        """Whether the passage ends as a sentence does; the Chinese text decides if there is one."""
        if self.texts.zh_hans:
            return CHINESE_SENTENCE_END.search(self.texts.zh_hans) is not None
        return ENGLISH_SENTENCE_END.search(str(self.texts)) is not None


def units_in(lines: Iterable[Line]) -> list[Unit]:
    """Gather lines into units: a blank line, a marker or another language starts a new one."""
    units: list[Unit] = []
    group = 0
    for line in lines:
        if not line.stripped:
            group += 1
            continue
        marker, text = split_marker(line.stripped)
        for part in split_languages(EMPHASIS.sub(r"\g<text>", text)):
            last = units[-1] if units else None
            if last and last.group == group and continues(last, part, marker):
                units[-1] = replace(last, lines=(*last.lines, part))
            else:
                units.append(Unit(language_of(part) or ENGLISH, (part,), marker, group))
            marker = Marker.NONE if marker is Marker.BULLET else marker
    return units


def continues(unit: Unit, text: str, marker: Marker) -> bool:
    """Whether a line without a marker goes on with the unit above it."""
    return marker is Marker.NONE and language_of(text) in {unit.language, None}


def split_marker(line: str) -> tuple[Marker, str]:
    """The marker before a line and the line without it."""
    if line.startswith(CHAPTER):
        return Marker.CHAPTER, line.removeprefix(CHAPTER).strip()
    for marker, pattern in ((Marker.SOURCE, SOURCE), (Marker.BULLET, BULLET)):
        match = pattern.match(line)
        if match:
            return marker, line[match.end() :]
    return Marker.NONE, line


def passages_in(units: Iterable[Unit]) -> list[Passage]:
    """Pair units with their translations.

    A Chinese unit starts a passage. Units in other languages join it until the next one, so a
    paragraph that was split in translation stays one passage.
    """
    passages: list[Passage] = []
    for unit in units:
        last = passages[-1] if passages else None
        if last and translates(unit, last):
            passages[-1] = replace(last, texts=last.texts.adding(unit.language, unit.text))
        else:
            passages.append(Passage(Texts.only(unit.language, unit.text), unit.marker))
    return passages


def translates(unit: Unit, passage: Passage) -> bool:
    """Whether a unit is a translation of the passage before it."""
    if unit.marker is Marker.BULLET or unit.language == CHINESE:
        return False
    later_languages = LANGUAGES[LANGUAGES.index(passage.texts.languages[-1]) :]
    return bool(passage.texts.zh_hans) and unit.language in later_languages
