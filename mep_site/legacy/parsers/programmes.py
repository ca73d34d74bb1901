"""Chapters of a brochure, each about a programme of cooperation or about several.

A sentence that states a fact which has a field of its own, such as how often a group has met,
stays in the text that it belongs to: the field is read from it, and takes nothing away.
"""

import re
from collections.abc import Sequence

from mep_site.legacy.phrases.headings import SectionTopic, programme_topic_of
from mep_site.legacy.phrases.markers import ListMarker
from mep_site.legacy.reading.languages import CHINESE, ENGLISH
from mep_site.legacy.structure.chunks import Chunk
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.pairing import AlignedPassage, passages_in
from mep_site.legacy.structure.segments import Destination, Role
from mep_site.legacy.structure.sketch import PageSketch, Sketch

from .body import Body
from .meetings import place_group
from .members import place_abbreviation, place_members
from .quotations import date_of, is_event, place_milestones, place_sayings, split_sayings

# （莫斯科，2019年9月） or (www.example.org) at the end: a caption of a picture that is not there.
CAPTION_END = re.compile(r"[(（][^()（）]*(\d{4}|www\.)[^()（）]*[)）]$")
Sections = dict[SectionTopic | None, list[Chunk]]


def parse_chapter(sketch: Sketch, chunks: Sequence[Chunk], languages: Sequence[str]) -> None:
    """The programmes of a chapter, which begins with its title."""
    title, rest = split_title(chunks)
    sections = split_sections(sketch, rest, len(sketch.pages))
    passages = passages_in(rest, languages)
    mechanisms = split_mechanisms(passages) if list(sections) == [None] else []
    if not mechanisms:
        page = add_programme(sketch, title)
        parse_programme(sketch, page, title, sections, languages)
        return
    for chunk in title:
        sketch.place(chunk.excerpt, Role.UNPLACED, chunk.language, None)
    for heading, text in mechanisms:
        page = add_programme(sketch, heading.chunks)
        state_facts(sketch, page, text, heading.chunks)
        Body(sketch, page, "background").write(text)


def split_title(chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """The title of a chapter and the rest; its English half may stand on a line of its own."""
    end = next(
        (i for i, chunk in enumerate(chunks) if chunk.mark is not ListMarker.CHAPTER), len(chunks)
    )
    if end == 1 < len(chunks) and chunks[0].language == CHINESE and is_title(chunks[1]):
        end += 1
    return list(chunks[:end]), list(chunks[end:])


def is_title(chunk: Chunk) -> bool:
    """Whether an English chunk below a Chinese title can be its other half."""
    return chunk.language == ENGLISH and chunk.mark is ListMarker.NONE and not chunk.is_sentence


def add_programme(sketch: Sketch, title: Sequence[Chunk]) -> int:
    """Begin a page with its title; the number of the page."""
    sketch.pages.append(PageSketch("programme"))
    page = len(sketch.pages) - 1
    for chunk in title:
        sketch.place_chunk(chunk, Role.TITLE, Destination(page, "title"))
        place_abbreviation(sketch, chunk, chunk.language, page)
    return page


def split_sections(sketch: Sketch, chunks: Sequence[Chunk], page: int) -> Sections:
    """The chunks of each section; what precedes the first heading has no topic."""
    sections: Sections = {None: []}
    heads: dict[SectionTopic, Chunk] = {}
    current: SectionTopic | None = None
    for chunk in chunks:
        topic = programme_topic_of(chunk.text)
        if topic:
            current = topic
            heads.setdefault(topic, chunk)
            sections.setdefault(topic, [])
            sketch.place_chunk(chunk, Role.SECTION, None)
        else:
            sections[current].append(chunk)
    for topic, head in heads.items():
        if not sections[topic]:
            sketch.doubt(Code.EMPTY_HEADING, head.line, head.text, page)
    return sections


def parse_programme(
    sketch: Sketch,
    page: int,
    title: Sequence[Chunk],
    sections: Sections,
    languages: Sequence[str],
) -> None:
    """A chapter about one programme."""
    paired = {topic: passages_in(chunks, languages) for topic, chunks in sections.items() if topic}
    sayings, others = split_sayings(sections[None])
    place_sayings(sketch, sayings, page)
    opening = passages_in(others, languages)
    history = paired.get(SectionTopic.HISTORY, [])
    events = [p for p in opening if is_event(p)] + [p for p in history if date_of(p)]
    place_milestones(sketch, events, page)
    background = [
        *(p for p in opening if not is_event(p)),
        *paired.get(SectionTopic.BACKGROUND, []),
        *(p for p in history if not date_of(p)),
    ]
    Body(sketch, page, "background").write(background)
    Body(sketch, page, "responsibilities").write(paired.get(SectionTopic.RESPONSIBILITIES, []))
    achievements = paired.get(SectionTopic.ACHIEVEMENTS, [])
    place_achievements(sketch, achievements, page)
    Body(sketch, page, "next_steps").write(paired.get(SectionTopic.NEXT_STEPS, []))
    state_facts(sketch, page, [*background, *achievements], title)


def state_facts(
    sketch: Sketch, page: int, passages: Sequence[AlignedPassage], title: Sequence[Chunk]
) -> None:
    """Members and bodies that meet, as sentences tell of them."""
    members = groups = 0
    titles = {chunk.language: chunk.text for chunk in title}
    for passage in passages:
        members = place_members(sketch, passage, page, members)
        groups = place_group(sketch, passage, page, titles, groups)


def split_mechanisms(
    passages: Sequence[AlignedPassage],
) -> list[tuple[AlignedPassage, list[AlignedPassage]]]:
    """The parts of a chapter that describes several mechanisms, each under a heading.

    Empty if the chapter is not built like that: if it does not begin with a heading, or if a
    heading has no text below it.
    """
    if not passages or not is_section_heading(passages[0]):
        return []
    parts: list[tuple[AlignedPassage, list[AlignedPassage]]] = []
    for passage in passages:
        if is_section_heading(passage):
            parts.append((passage, []))
        else:
            parts[-1][1].append(passage)
    return parts if all(text for _, text in parts) else []


def place_achievements(sketch: Sketch, passages: Sequence[AlignedPassage], page: int) -> None:
    """The achievements under their headings.

    Where a section begins with an item of a list, its items are the headings. Whatever a section
    begins with is a heading, for there is no other one for it.
    """
    items_are_headings = bool(passages) and passages[0].mark is ListMarker.BULLET
    groups: list[tuple[AlignedPassage, list[AlignedPassage]]] = []
    for passage in passages:
        is_item = passage.mark is ListMarker.BULLET
        if not groups or (is_item if items_are_headings else is_section_heading(passage)):
            groups.append((passage, []))
        else:
            groups[-1][1].append(passage)
    for place, (heading, text) in enumerate(groups):
        target = Destination(page, "achievements", (place, "heading"))
        sketch.place_passage(heading, Role.HEADING, target)
        below = [shown for each in text if (shown := each.only(heading.languages))]
        Body(sketch, page, "achievements", (place, "text")).write(below)


def is_section_heading(passage: AlignedPassage) -> bool:
    """Whether a passage is a heading: no item, no sentence, and no caption."""
    if passage.mark is not ListMarker.NONE or passage.is_sentence or len(str(passage)) > 200:
        return False
    return not CAPTION_END.search(str(passage))
