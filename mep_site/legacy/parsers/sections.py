"""The sections of a programme, and the blocks in them."""

import re
from enum import StrEnum
from itertools import groupby

from mep_site.legacy.documents import Achievement, Block, BulletList, Texts

from .headings import wording
from .units import Marker, Passage, Unit, passages_in


class Section(StrEnum):
    """What a section is about."""

    OPENING = "opening"
    BACKGROUND = "background"
    RESPONSIBILITIES = "responsibilities"
    HISTORY = "history"
    ACHIEVEMENTS = "achievements"
    NEXT_STEPS = "next steps"


HEADINGS = {
    "基本情况": Section.BACKGROUND,
    "background": Section.BACKGROUND,
    "工作职责": Section.RESPONSIBILITIES,
    "主要职责": Section.RESPONSIBILITIES,
    "our responsibility": Section.RESPONSIBILITIES,
    "our responsibilities": Section.RESPONSIBILITIES,
    "responsibilities": Section.RESPONSIBILITIES,
    "发展历程": Section.HISTORY,
    "development process": Section.HISTORY,
    "合作成果": Section.ACHIEVEMENTS,
    "achievements": Section.ACHIEVEMENTS,
    "合作展望": Section.NEXT_STEPS,
    "next step": Section.NEXT_STEPS,
    "next steps": Section.NEXT_STEPS,
}

# （莫斯科，2019年9月） or (www.example.org) at the end: a caption of a picture that is not there.
CAPTION_END = re.compile(r"[(（][^()（）]*(\d{4}|www\.)[^()（）]*[)）]$")


def split_sections(units: list[Unit]) -> dict[Section, list[Unit]]:
    """The units of each section; what precedes the first heading is the opening."""
    sections: dict[Section, list[Unit]] = {Section.OPENING: []}
    current = Section.OPENING
    for unit in units:
        heading = HEADINGS.get(wording(unit.text))
        if heading:
            current = heading
            sections.setdefault(current, [])
        else:
            sections[current].append(unit)
    return sections


def blocks_of(units: list[Unit]) -> tuple[Block, ...]:
    """The units of a section as blocks."""
    return blocks_from(passages_in(units))


def blocks_from(passages: list[Passage]) -> tuple[Block, ...]:
    """A list for each run of items, a paragraph for every other passage."""
    blocks: list[Block] = []
    for is_list, run in groupby(passages, key=lambda p: p.marker is Marker.BULLET):
        if is_list:
            blocks.append(BulletList(tuple(passage.texts for passage in run)))
        else:
            blocks += [passage.as_paragraph for passage in run]
    return tuple(blocks)


def achievements_of(passages: list[Passage]) -> tuple[Achievement, ...]:
    """The achievements under their headings.

    Where a section begins with an item of a list, its items are the headings. Whatever a section
    begins with is a heading, for there is no other one for it.
    """
    items_are_headings = bool(passages) and passages[0].marker is Marker.BULLET
    groups: list[tuple[Texts, list[Passage]]] = []
    for passage in passages:
        is_item = passage.marker is Marker.BULLET
        if not groups or (is_item if items_are_headings else is_heading(passage)):
            groups.append((passage.texts, []))
        else:
            groups[-1][1].append(passage)
    return tuple(Achievement(heading, blocks_from(text)) for heading, text in groups)


def is_heading(passage: Passage) -> bool:
    """Whether a passage is a heading: no item, no sentence, and no caption."""
    if passage.marker is Marker.BULLET or passage.is_sentence:
        return False
    return not CAPTION_END.search(str(passage.texts))
