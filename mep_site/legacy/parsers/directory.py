"""Directories: names in several languages, of members or of offices with their numbers."""

from collections.abc import Iterator, Sequence

from mep_site.legacy.phrases.headings import status_of
from mep_site.legacy.phrases.labels import is_contact_line
from mep_site.legacy.phrases.markers import Mark
from mep_site.legacy.reading.languages import ENGLISH, RUSSIAN
from mep_site.legacy.structure.contacts import ContactPoints, named_number, sort_of_address
from mep_site.legacy.structure.pairing import Passage
from mep_site.legacy.structure.segments import Destination, Role, Transformation
from mep_site.legacy.structure.sketch import PageSketch, Sketch
from mep_site.legacy.structure.units import Unit

from .body import Body
from .members import place_abbreviation
from .offices import LONGEST_NAME, place_title


def parse_directory(sketch: Sketch, passages: Sequence[Passage]) -> None:
    """A list of members becomes a programme, any other directory a page with contact points."""
    has_members = any(map(statuses_in, passages))
    sketch.pages.append(PageSketch("programme" if has_members else "standard"))
    rest = place_heading(sketch, passages)
    for unit in passages[0].units if has_members and len(rest) < len(passages) else ():
        for language in (ENGLISH, RUSSIAN):
            place_abbreviation(sketch, unit, language, 0)
    text = list(place_entries(sketch, rest))
    Body(sketch, 0, "background" if has_members else "body").write(text)


def place_heading(sketch: Sketch, passages: Sequence[Passage]) -> Sequence[Passage]:
    """The title, without the square before it; what follows it. It may be "Contacts"."""
    if not passages or statuses_in(passages[0]):
        return passages
    if passages[0].mark is not Mark.CHAPTER and not passages[0].topic:
        return place_title(sketch, passages)
    sketch.place_passage(passages[0], Role.TITLE, Destination(0, "title"))
    return passages[1:]


def place_entries(sketch: Sketch, passages: Sequence[Passage]) -> Iterator[Passage]:
    """Place members and contact points; what is neither is left."""
    points = ContactPoints(sketch, 0)
    has_numbers = any(is_detail(unit) for passage in passages for unit in passage.units)
    status, members = "", 0
    for passage in passages:
        names = [unit for unit in passage.units if not is_detail(unit)]
        is_short = bool(names) and all(map(is_name, names))
        if statuses_in(passage):
            status = statuses_in(passage)[0]
            sketch.place_passage(passage, Role.SECTION, None)
        elif status and is_short and len(names) == len(passage.units):
            place_member(sketch, passage, status, members)
            members += 1
        elif not names or (is_short and has_numbers):
            place_point(points, passage)
        else:
            yield passage


def place_point(points: ContactPoints, passage: Passage) -> None:
    """An office by its names, which begin a new contact point, or details of the one at hand."""
    if not is_detail(passage.first):
        points.begin()
    for unit in passage.units:
        points.place(unit)


def place_member(sketch: Sketch, passage: Passage, status: str, row: int) -> None:
    """A member by its names."""
    target = Destination(0, "members", (row, "name"))
    for unit in passage.units:
        if unit.sign:
            sketch.add(unit.sign, Role.MARKER, unit.language)
        sketch.place(unit.excerpt, Role.NAME, unit.language, target, Transformation.READ_STATE)
    status_target = Destination(0, "members", (row, "status"))
    sketch.fact(passage.first.excerpt, status_target, status)


def statuses_in(passage: Passage) -> list[str]:
    """How those take part whom a heading announces."""
    return [status for unit in passage.units if (status := status_of(unit.text))]


def is_detail(unit: Unit) -> bool:
    """Whether a line gives a detail of an office."""
    text = unit.excerpt.text
    return is_contact_line(text) or bool(named_number(text) or sort_of_address(text))


def is_name(unit: Unit) -> bool:
    """Whether a line can be a name."""
    return not unit.is_sentence and len(unit.text) <= LONGEST_NAME
