"""Articles: news, leaders' activities, policies, calendars, press conferences, report chapters."""

import re
from collections.abc import Sequence

from mep_site.legacy.phrases.date_wordings import AMBIGUOUS, month_first
from mep_site.legacy.phrases.document_kinds import DocumentKind
from mep_site.legacy.phrases.heads import BRACKETS, Detail, details_in, is_byline
from mep_site.legacy.phrases.markers import ListMarker
from mep_site.legacy.reading.languages import ENGLISH, RUSSIAN
from mep_site.legacy.recognition.signs import DATELINE, EVENT, LINES_OF_HEAD, leader_in_title
from mep_site.legacy.structure.chunks import Chunk
from mep_site.legacy.structure.doubts import Code, Suggestion
from mep_site.legacy.structure.layout import Layout, leader_in
from mep_site.legacy.structure.pairing import AlignedPassage
from mep_site.legacy.structure.segments import Destination, Role, Transformation
from mep_site.legacy.structure.sketch import PageSketch, Sketch

from .body import Body
from .offices import LONGEST_NAME, place_title

MODELS = {
    DocumentKind.ACTIVITY: "activity",
    DocumentKind.NEWS: "news",
    DocumentKind.CALENDAR: "news",
    DocumentKind.PRESS_CONFERENCE: "news",
    DocumentKind.POLICY: "policy",
    DocumentKind.REPORT: "report",
    DocumentKind.UNKNOWN: "standard",
}
WITH_DATE = frozenset({"activity", "news", "policy"})
WITH_PLAIN_HEADINGS = frozenset({DocumentKind.REPORT, DocumentKind.UNKNOWN})
# "was held in Beijing on Wednesday": the capitalised words after "held in".
HELD_IN = re.compile(r"\bheld in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
BEGINNING = 500
# A menu of other chapters that was captured with the text.
FEWEST_LINKS = 4


def parse_article(
    sketch: Sketch, passages: Sequence[AlignedPassage], kind: DocumentKind, layout: Layout
) -> None:
    """An article of any kind."""
    leader = leader_in(layout.breadcrumb) or leader_in_title(passages)
    model = MODELS[kind] if kind is not DocumentKind.ACTIVITY or leader else "news"
    sketch.pages.append(PageSketch(model, leader if model == "activity" else ""))
    rest = place_article_title(sketch, passages, kind)
    if model in WITH_DATE:
        rest = place_head(sketch, rest)
    if model == "activity":
        place_place(sketch, rest)
    rest = place_menu(sketch, rest, kind)
    body = Body(sketch, 0, plain_headings=kind in WITH_PLAIN_HEADINGS)
    if kind is DocumentKind.CALENDAR:
        body.write_events(rest, lambda text: EVENT.match(text) is not None)
    else:
        body.write(rest)
    if kind is DocumentKind.UNKNOWN:
        sketch.doubt(Code.UNKNOWN_KIND, passages[0].line if passages else 1, "")


def place_article_title(
    sketch: Sketch, passages: Sequence[AlignedPassage], kind: DocumentKind
) -> Sequence[AlignedPassage]:
    """Place the title, if there is one: a list of events may begin with the first event."""
    if passages and kind is DocumentKind.CALENDAR and EVENT.match(str(passages[0])[:100]):
        sketch.doubt(Code.NO_TITLE, passages[0].line, "")
        return passages
    return place_title(sketch, passages)


def place_head(sketch: Sketch, passages: Sequence[AlignedPassage]) -> list[AlignedPassage]:
    """Place date, source and byline, which stand among the first lines; what is left."""
    rest = []
    for place, passage in enumerate(passages):
        details = [head_details(chunk) for chunk in passage.chunks] if place < LINES_OF_HEAD else []
        if not details or not all(details) or _is_ambiguous(sketch, passage, details):
            rest.append(passage)
            continue
        for chunk, own in zip(passage.chunks, details, strict=True):
            for detail in own:
                place_detail(sketch, detail, chunk)
    return rest


def head_details(chunk: Chunk) -> list[Detail]:
    """The details that a line gives; empty if it is text."""
    text = chunk.excerpt.text
    if len(text) > LONGEST_NAME or chunk.sign:
        return []
    if is_byline(text) and not chunk.is_sentence:
        return [Detail("byline", chunk.excerpt.part(0, 0), chunk.excerpt)]
    return details_in(chunk.excerpt)


def _is_ambiguous(
    sketch: Sketch, passage: AlignedPassage, details: Sequence[Sequence[Detail]]
) -> bool:
    """Whether a date can be read in two ways; then it is told, and its line stays text."""
    for chunk, own in zip(passage.chunks, details, strict=True):
        for detail in own:
            match = AMBIGUOUS.fullmatch(detail.value.text.strip(BRACKETS))
            if match and match["first"] != match["second"]:
                suggestion = Suggestion(Destination(0, "date"), "", "", month_first(match))
                sketch.doubt(Code.AMBIGUOUS_DATE, chunk.line, chunk.text, 0, suggestion)
                return True
    return False


def place_detail(sketch: Sketch, detail: Detail, chunk: Chunk) -> None:
    """Give a detail its field; a label without a value is only a label."""
    if detail.sort == "date":
        sketch.add(detail.label, Role.LABEL, chunk.language)
        target = Destination(0, "date")
        sketch.add(detail.value, Role.DATE, "", target, Transformation.READ_DATE)
    elif detail.sort in {"source", "byline"}:
        sketch.add(detail.label, Role.LABEL, chunk.language)
        target = Destination(0, detail.sort)
        sketch.place(detail.value, Role.BYLINE, chunk.language, target)
    else:
        sketch.add(detail.label, Role.WIDGETS)
        sketch.add(detail.value, Role.WIDGETS)


def place_place(sketch: Sketch, passages: Sequence[AlignedPassage]) -> None:
    """Where the first paragraph says that the event was held; the paragraph keeps it too."""
    for passage in passages[:3]:
        for chunk in passage.chunks:
            beginning = chunk.excerpt.text[:BEGINNING]
            match = DATELINE.match(beginning) or HELD_IN.search(beginning)
            if match and chunk.language in {ENGLISH, RUSSIAN}:
                target = Destination(0, "place")
                sketch.fact(chunk.excerpt.group(match, "place"), target, match["place"], "en")
                return


def place_menu(
    sketch: Sketch, passages: Sequence[AlignedPassage], kind: DocumentKind
) -> Sequence[AlignedPassage]:
    """Tell a menu at the end of a report from its text; what is left."""
    if kind is not DocumentKind.REPORT:
        return passages
    end = len(passages)
    while end and _is_link(passages[end - 1]):
        end -= 1
    if len(passages) - end < FEWEST_LINKS:
        return passages
    for passage in passages[end:]:
        sketch.place_passage(passage, Role.NAVIGATION, None)
    return passages[:end]


def _is_link(passage: AlignedPassage) -> bool:
    text = str(passage)
    return (
        passage.mark is ListMarker.NONE
        and len(text) <= 60
        and not passage.is_sentence
        and not re.search(r"[:：,，\d]", text)
    )
