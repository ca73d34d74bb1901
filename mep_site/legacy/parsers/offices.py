"""Departments and subordinate institutions: functions, divisions, tasks, units, contact details."""

import re
from collections import defaultdict
from collections.abc import Sequence

from mep_site.legacy.phrases.headings import SectionTopic, office_topic
from mep_site.legacy.phrases.labels import is_contact_line
from mep_site.legacy.phrases.markers import NUMBERED, ListMarker
from mep_site.legacy.reading.languages import CHINESE
from mep_site.legacy.reading.lines import Excerpt
from mep_site.legacy.structure.chunks import Chunk
from mep_site.legacy.structure.contacts import ContactPoints, named_number
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.pairing import AlignedPassage
from mep_site.legacy.structure.segments import Destination, Role, Transformation
from mep_site.legacy.structure.sketch import PageSketch, Sketch

from .body import Body, check_numbers

# "Division of A (Division of B)": a second name in brackets at the end.
TWO_NAMES = re.compile(r"^(?P<name>.*\S)\s*[(（](?P<alternative>[^()（）]+)[)）]$")
# "Administration Office: in accordance with …"
NAME_AND_DUTIES = re.compile(r"^(?P<name>[^:：]{1,150}?)\s*[:：]\s*(?P<duties>\S.*)$", re.S)
# "New Harbour Wells Monitoring Center (NHWMC)"
ABBREVIATION = re.compile(r"[(（](?P<abbreviation>[A-ZА-ЯЁ][A-ZА-ЯЁ-]+)[)）]\s*$")
# "… affiliated to the Harbour Bureau."
SUPERVISOR = re.compile(r"\b(?:affiliated|subordinate) to (?:the )?(?P<body>[A-Z][^.,;]+)[.,;]")
# What headings have not: the end of a sentence, a list, a length.
TEXT = re.compile(r"[.。;；、,，]|.{60}", re.S)
BEGINNING = 1_000
LONGEST_NAME = 255
# A title may end in a full stop, but is no long sentence then.
LONGEST_TITLE_SENTENCE = 120

Parts = dict[SectionTopic | None, list[AlignedPassage]]


def parse_department(sketch: Sketch, passages: Sequence[AlignedPassage]) -> None:
    sketch.pages.append(PageSketch("department"))
    parts = split_parts(sketch, place_title(sketch, passages))
    Body(sketch, 0, "functions").write(
        [*parts[None], *parts[SectionTopic.OVERVIEW], *parts[SectionTopic.FUNCTIONS]]
    )
    place_divisions(sketch, parts[SectionTopic.STRUCTURE])
    place_contact(sketch, parts[SectionTopic.CONTACT])


def parse_institution(sketch: Sketch, passages: Sequence[AlignedPassage]) -> None:
    sketch.pages.append(PageSketch("institution"))
    rest = place_title(sketch, passages)
    for chunk in passages[0].chunks if len(rest) < len(passages) else ():
        match = ABBREVIATION.search(chunk.excerpt.text)
        if match:
            target = Destination(0, "abbreviation")
            sketch.fact(
                chunk.excerpt.group(match, "abbreviation"),
                target,
                match["abbreviation"],
                chunk.language,
            )
    parts = split_parts(sketch, rest)
    introduction = [*parts[None], *parts[SectionTopic.OVERVIEW], *parts[SectionTopic.FUNCTIONS]]
    tasks = [passage for passage in introduction if passage.mark in NUMBERED]
    duties = [passage for passage in introduction if passage.mark not in NUMBERED]
    place_supervisor(sketch, duties[:1])
    Body(sketch, 0, "duties").write(duties)
    place_rows(sketch, tasks, "tasks")
    place_rows(sketch, parts[SectionTopic.STRUCTURE], "units")
    place_contact(sketch, parts[SectionTopic.CONTACT])


def place_title(sketch: Sketch, passages: Sequence[AlignedPassage]) -> Sequence[AlignedPassage]:
    """Place the title; what follows it. A page may begin without one."""
    first = passages[0] if passages else None
    is_title = first is not None and not first.topic and not is_body_text(first)
    if not is_title:
        sketch.doubt(Code.NO_TITLE, first.line if first else 1, str(first or ""))
        return passages
    sketch.place_passage(first, Role.TITLE, Destination(0, "title"), keep_sign=True)
    return passages[1:]


def is_body_text(passage: AlignedPassage) -> bool:
    """Whether a first passage is too long to be a title, or is an item of a list."""
    length = len(str(passage))
    is_long_sentence = length > LONGEST_TITLE_SENTENCE and str(passage).endswith((".", "。"))
    return length > LONGEST_NAME or is_long_sentence or passage.mark is ListMarker.BULLET


def split_parts(sketch: Sketch, passages: Sequence[AlignedPassage]) -> Parts:
    """What stands under each heading; contact lines belong together wherever they stand."""
    parts: Parts = defaultdict(list)
    current: SectionTopic | None = None
    for place, passage in enumerate(passages):
        topic = passage.topic
        if topic:
            current = topic
            below = place_section(sketch, passage)
            parts[current] += below
            if not below:
                check_content(sketch, passage, passages[place + 1 :])
        else:
            parts[SectionTopic.CONTACT if _is_contact(passage, current) else current].append(
                passage
            )
    return parts


def place_section(sketch: Sketch, passage: AlignedPassage) -> list[AlignedPassage]:
    """Place a heading that a field replaces; text that was paired with it is left."""
    text = [
        chunk
        for chunk in passage.chunks
        if TEXT.search(chunk.text) and not office_topic(chunk.text)
    ]
    for chunk in passage.chunks:
        if chunk not in text:
            sketch.place_chunk(chunk, Role.SECTION, None)
    return [AlignedPassage.of(*text)] if text else []


def _is_contact(passage: AlignedPassage, topic: SectionTopic | None) -> bool:
    """Whether a passage gives details; the parts of an office may have numbers of their own."""
    texts = [chunk.excerpt.text for chunk in passage.chunks]
    is_numbered = topic is not SectionTopic.STRUCTURE and all(map(named_number, texts))
    return is_numbered or all(map(is_contact_line, texts))


def check_content(sketch: Sketch, heading: AlignedPassage, below: Sequence[AlignedPassage]) -> None:
    """Tell of a heading with nothing below it; it may stand there once more, spelled out."""
    if not below or below[0].topic not in {None, heading.topic}:
        sketch.doubt(Code.EMPTY_HEADING, heading.line, str(heading))


def place_divisions(sketch: Sketch, structure: Sequence[AlignedPassage]) -> None:
    """The divisions, one by one; a Chinese page may give them all in one sentence."""
    check_numbers(sketch, structure, 0)
    row = 0
    for passage in structure:
        rows = [division_names(chunk) for chunk in passage.chunks]
        for chunk, names in zip(passage.chunks, rows, strict=True):
            place_sign(sketch, chunk, Destination(0, "divisions", (row, "name")))
            for offset, name in enumerate(names):
                place_division(sketch, name, chunk.language, row + offset)
        row += max(map(len, rows))


def division_names(chunk: Chunk) -> list[Excerpt]:
    """The names in a chunk: one, or those of a Chinese list."""
    if chunk.language != CHINESE or "、" not in chunk.excerpt.text:
        return [chunk.excerpt]
    names = re.finditer(r"[^、。]+", chunk.excerpt.text)
    return [chunk.excerpt.part(*match.span()) for match in names]


def place_division(sketch: Sketch, name: Excerpt, language: str, row: int) -> None:
    """A division with its second name, if it has one."""
    match = TWO_NAMES.match(name.text)
    first = name.group(match, "name") if match else name
    sketch.place(first, Role.ITEM, language, Destination(0, "divisions", (row, "name")))
    if match:
        target = Destination(0, "divisions", (row, "alternative_name"))
        sketch.place(name.group(match, "alternative"), Role.NAME, language, target)


def place_rows(sketch: Sketch, passages: Sequence[AlignedPassage], relation: str) -> None:
    """Tasks, or units with their duties: what stands after the first colon of a chunk's line."""
    check_numbers(sketch, passages, 0)
    for row, passage in enumerate(passages):
        for chunk in passage.chunks:
            match = NAME_AND_DUTIES.match(chunk.excerpt.text) if relation == "units" else None
            field = "name" if relation == "units" else "text"
            place_sign(sketch, chunk, Destination(0, relation, (row, field)))
            name = chunk.excerpt.group(match, "name") if match else chunk.excerpt
            if relation == "units" and len(name.text) > LONGEST_NAME:
                field = "duties"
            sketch.place(name, Role.ITEM, chunk.language, Destination(0, relation, (row, field)))
            if match:
                duties = chunk.excerpt.group(match, "duties")
                target = Destination(0, relation, (row, "duties"))
                sketch.place(duties, Role.PARAGRAPH, chunk.language, target)


def place_sign(sketch: Sketch, chunk: Chunk, target: Destination) -> None:
    """The number before a row, which the row's own place in the list replaces."""
    if chunk.sign:
        sketch.add(chunk.sign, Role.MARKER, chunk.language, target, Transformation.STRIP_MARKER)


def place_supervisor(sketch: Sketch, duties: Sequence[AlignedPassage]) -> None:
    """The body that the first paragraph says the institution is affiliated to."""
    for chunk in (chunk for passage in duties for chunk in passage.chunks):
        match = SUPERVISOR.search(chunk.excerpt.text[:BEGINNING])
        if match and len(match["body"]) <= LONGEST_NAME:
            target = Destination(0, "supervisor")
            sketch.fact(chunk.excerpt.group(match, "body"), target, match["body"], chunk.language)


def place_contact(sketch: Sketch, passages: Sequence[AlignedPassage]) -> None:
    """The contact details of a page about one office; a line without a label is a name."""
    points = ContactPoints(sketch, 0)
    for chunk in (chunk for passage in passages for chunk in passage.chunks):
        points.place(chunk)
