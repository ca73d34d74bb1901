"""Directories: names in several languages, of members or of offices with their numbers."""

from collections.abc import Iterator, Sequence

from mep_site.legacy.phrases.headings import status_of
from mep_site.legacy.phrases.labels import is_contact_line
from mep_site.legacy.phrases.markers import ListMarker
from mep_site.legacy.reading.languages import ENGLISH, RUSSIAN
from mep_site.legacy.structure.chunks import Chunk
from mep_site.legacy.structure.contacts import ContactPoints, named_number, sort_of_address
from mep_site.legacy.structure.pairing import AlignedPassage
from mep_site.legacy.structure.segments import Destination, Role, Transformation
from mep_site.legacy.structure.sketch import PageSketch, Sketch

from .body import Body
from .members import place_abbreviation
from .offices import LONGEST_NAME, place_title


def parse_directory(sketch: Sketch, passages: Sequence[AlignedPassage]) -> None:
    """A list of members becomes a programme, any other directory a page with contact points."""
    has_members = any(map(statuses_in, passages))
    sketch.pages.append(PageSketch("programme" if has_members else "standard"))
    rest = place_heading(sketch, passages)
    for chunk in passages[0].chunks if has_members and len(rest) < len(passages) else ():
        for language in (ENGLISH, RUSSIAN):
            place_abbreviation(sketch, chunk, language, 0)
    text = list(place_entries(sketch, rest))
    Body(sketch, 0, "background" if has_members else "body").write(text)


def place_heading(sketch: Sketch, passages: Sequence[AlignedPassage]) -> Sequence[AlignedPassage]:
    """The title, without the square before it; what follows it. It may be "Contacts"."""
    if not passages or statuses_in(passages[0]):
        return passages
    if passages[0].mark is not ListMarker.CHAPTER and not passages[0].topic:
        return place_title(sketch, passages)
    sketch.place_passage(passages[0], Role.TITLE, Destination(0, "title"))
    return passages[1:]


def place_entries(sketch: Sketch, passages: Sequence[AlignedPassage]) -> Iterator[AlignedPassage]:
    """Place members and contact points; what is neither is left."""
    points = ContactPoints(sketch, 0)
    has_numbers = any(is_detail(chunk) for passage in passages for chunk in passage.chunks)
    status, members = "", 0
    for passage in passages:
        names = [chunk for chunk in passage.chunks if not is_detail(chunk)]
        is_short = bool(names) and all(map(is_name_line, names))
        if statuses_in(passage):
            status = statuses_in(passage)[0]
            sketch.place_passage(passage, Role.SECTION, None)
        elif status and is_short and len(names) == len(passage.chunks):
            place_member(sketch, passage, status, members)
            members += 1
        elif not names or (is_short and has_numbers):
            place_point(points, passage)
        else:
            yield passage


def place_point(points: ContactPoints, passage: AlignedPassage) -> None:
    """An office by its names, which begin a new contact point, or details of the one at hand."""
    if not is_detail(passage.first):
        points.begin()
    for chunk in passage.chunks:
        points.place(chunk)


def place_member(sketch: Sketch, passage: AlignedPassage, status: str, row: int) -> None:
    """A member by its names."""
    target = Destination(0, "members", (row, "name"))
    for chunk in passage.chunks:
        if chunk.sign:
            sketch.add(chunk.sign, Role.MARKER, chunk.language)
        sketch.place(chunk.excerpt, Role.NAME, chunk.language, target, Transformation.READ_STATE)
    status_target = Destination(0, "members", (row, "status"))
    sketch.fact(passage.first.excerpt, status_target, status)


def statuses_in(passage: AlignedPassage) -> list[str]:
    """How those take part whom a heading announces."""
    return [status for chunk in passage.chunks if (status := status_of(chunk.text))]


def is_detail(chunk: Chunk) -> bool:
    """Whether a line gives a detail of an office."""
    text = chunk.excerpt.text
    return is_contact_line(text) or bool(named_number(text) or sort_of_address(text))


def is_name_line(chunk: Chunk) -> bool:
    return not chunk.is_sentence and len(chunk.text) <= LONGEST_NAME
