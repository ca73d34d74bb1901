"""Brochures on cooperation: chapters in several languages, a list of members, contact details."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from mep_site.legacy.phrases.headings import wording
from mep_site.legacy.phrases.labels import is_contact_line
from mep_site.legacy.phrases.markers import ListMarker
from mep_site.legacy.reading.languages import ENGLISH
from mep_site.legacy.reading.lines import Excerpt
from mep_site.legacy.structure.chunks import Chunk, languages_of_capture
from mep_site.legacy.structure.contacts import NAMED_WEBSITE, is_contact, place_details
from mep_site.legacy.structure.pairing import passages_in
from mep_site.legacy.structure.segments import Destination, Role
from mep_site.legacy.structure.sketch import PageSketch, Sketch

from .members import Roster, abbreviation_in, place_roster, split_roster
from .programmes import parse_chapter

CONTENTS = {"目录", "contents", "содержание", "оглавление"}
OFFICE = re.compile(r"(?:(?!\s/\s).)+", re.S)
# The first programme of a brochure; page 0 is the index over them.
FIRST_PROGRAMME = 1


def parse_brochure(sketch: Sketch, chunks: Sequence[Chunk]) -> None:
    """A brochure; its table of contents repeats the titles and stays in the capture."""
    sketch.pages.append(PageSketch("cooperation_index"))
    main, roster, tail = split_roster(chunks)
    if has_chapter(tail) or not has_chapter(main):
        main, roster, tail = list(chunks), None, []
    if not roster:
        main, tail = split_contact(main)
    languages = languages_of_capture(main)
    front = list(takewhile(lambda chunk: chunk.mark is not ListMarker.CHAPTER, main))
    place_front(sketch, front, languages)
    for chapter in split_chapters(main[len(front) :]):
        parse_chapter(sketch, chapter, languages)
    if roster:
        give_roster(sketch, roster)
    place_contacts(sketch, tail)


def has_chapter(chunks: Sequence[Chunk]) -> bool:
    """Whether a chapter begins among these chunks."""
    return any(chunk.mark is ListMarker.CHAPTER for chunk in chunks)


def split_contact(chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """What precedes the first contact details below the head of the last chapter, and the rest."""
    heads = [place for place, chunk in enumerate(chunks) if chunk.mark is ListMarker.CHAPTER]
    start = heads[-1] if heads else 0
    below = takewhile(lambda chunk: not is_contact_line(chunk.excerpt.text), chunks[start:])
    end = start + len(list(below))
    return list(chunks[:end]), list(chunks[end:])


def place_front(sketch: Sketch, front: Sequence[Chunk], languages: Sequence[str]) -> None:
    """The title of the brochure, which introduces the index, and the table of contents."""
    title = list(takewhile(lambda chunk: wording(chunk.text) not in CONTENTS, front))
    for place, passage in enumerate(passages_in(title, languages)):
        sketch.place_passage(passage, Role.TITLE, Destination(0, "body", (place, "heading")))
    for chunk in front[len(title) :]:
        sketch.place_chunk(chunk, Role.NAVIGATION, None)


def split_chapters(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """The chunks of each chapter; a title in two languages on one line is two chunks."""
    chapters: list[list[Chunk]] = []
    for chunk in chunks:
        if chunk.mark is ListMarker.CHAPTER and chunk.sign:
            chapters.append([])
        chapters[-1].append(chunk)
    return chapters


def give_roster(sketch: Sketch, roster: Roster) -> None:
    """Give the list of members to the programme of the organisation that it is headed by."""
    for page in range(FIRST_PROGRAMME, len(sketch.pages)):
        if belongs_to(sketch, roster, page):
            rows = [f.target.path[0] for f in sketch.facts if _is_member(f.target, page)]
            place_roster(sketch, roster, page, max(rows, default=-1) + 1)
            return


def _is_member(target: Destination, page: int) -> bool:
    return (target.page, target.field) == (page, "members")


def belongs_to(sketch: Sketch, roster: Roster, page: int) -> bool:
    """Whether a programme bears the abbreviation or the name of the organisation."""
    match = abbreviation_in(roster.title.text, ENGLISH)
    target = Destination(page, "abbreviation")
    if match and any(f.target == target and f.value == match["abbreviation"] for f in sketch.facts):
        return True
    titles = [s for s in sketch.segments if s.target == Destination(page, "title")]
    return any(roster.name in sketch.text_of(segment) for segment in titles)


def place_contacts(sketch: Sketch, chunks: Sequence[Chunk]) -> None:
    """Whom to reach, then the sites that are named; both stand on the first programme.

    Bodies that share an address stand one after another, and the address with the last of them.
    """
    offices = place_offices(sketch, [u for u in chunks if not is_contact(u.excerpt.text)])
    sites: dict[str, int] = {}
    for chunk in chunks:
        named = NAMED_WEBSITE.match(chunk.excerpt.text)
        if is_contact_line(chunk.excerpt.text):
            place_details(sketch, chunk, FIRST_PROGRAMME, max(0, offices - 1))
        elif named:
            row = sites.setdefault(named["url"], max(1, offices) + len(sites))
            name, url = (chunk.excerpt.group(named, part) for part in ("name", "url"))
            place_site(sketch, chunk, name, url, row)


def place_offices(sketch: Sketch, chunks: Sequence[Chunk]) -> int:
    """The names of the bodies in each language, in their order; how many there are."""
    places: Counter[str] = Counter()
    for chunk in chunks:
        for match in OFFICE.finditer(chunk.excerpt.text):
            name = chunk.excerpt.part(*match.span())
            if name.text.strip("/ "):
                place_office(sketch, name, chunk.language, places[chunk.language])
                places[chunk.language] += 1
    return max(places.values(), default=0)


def place_office(sketch: Sketch, name: Excerpt, language: str, row: int) -> None:
    """One name of a body; the stroke between two names belongs to neither."""
    lead = len(name.text) - len(name.text.lstrip("/ "))
    target = Destination(FIRST_PROGRAMME, "contact_points", (row, "office"))
    sketch.place(name.part(lead), Role.NAME, language, target)


def place_site(sketch: Sketch, chunk: Chunk, name: Excerpt, url: Excerpt, row: int) -> None:
    """A site that each language names."""
    office = Destination(FIRST_PROGRAMME, "contact_points", (row, "office"))
    website = Destination(FIRST_PROGRAMME, "contact_points", (row, "website"))
    sketch.place(name, Role.NAME, chunk.language, office)
    sketch.add(url, Role.CONTACT, "", website)
