"""Articles: news, leaders' activities, policies, calendars, press conferences, report chapters."""

import re
from collections.abc import Sequence

from mep_site.legacy.dates import AMBIGUOUS, date_in, month_first
from mep_site.legacy.doubts import Code, Suggestion
from mep_site.legacy.kinds import EVENT, Kind, leader_in_title
from mep_site.legacy.languages import ENGLISH, RUSSIAN
from mep_site.legacy.layout import Layout, leader_in
from mep_site.legacy.markers import Mark
from mep_site.legacy.pairing import Passage
from mep_site.legacy.segments import Destination, Role, Transformation
from mep_site.legacy.sketch import PageSketch, Sketch
from mep_site.legacy.units import Unit

from .body import Body
from .offices import LONGEST_NAME, place_title

MODELS = {
    Kind.ACTIVITY: "activity",
    Kind.NEWS: "news",
    Kind.CALENDAR: "news",
    Kind.PRESS_CONFERENCE: "news",
    Kind.POLICY: "policy",
    Kind.REPORT: "report",
    Kind.UNKNOWN: "standard",
}
WITH_DATE = frozenset({"activity", "news", "policy"})
WITH_PLAIN_HEADINGS = frozenset({Kind.REPORT, Kind.UNKNOWN})
# "Chinese report by A and B, NEWS", "By A"
BYLINE = re.compile(
    r"^(?:(?:Chinese|English) report by|Reported by|Reporters?:|By|Translated by|Edited by|Editor:"
    r"|Written by|Author:|记者|作者|编辑|Автор:?)"
    r"[ :：](?=\S).{1,150}$"
)
# "Source: Example News"
SOURCE = re.compile(r"^(?:Source|来源|信息来源|Источник)\s*[:：]\s*(?P<body>\S.{0,150})$")
# "was held in Beijing on Wednesday": the capitalised words after "held in".
HELD_IN = re.compile(r"\bheld in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
# "NEW HARBOUR, Jun. 15-Norland …", "NEW HARBOUR-Vice Minister …"
DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z’'. -]{1,40}[A-Z])(?:,\s*[A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?:,\s*[A-Z]{2,12})?\s*(?:--|[-–—])\s*(?=[A-Z])"
)
DATE_LABEL = re.compile(
    r"^(?:Date|Time|Published|Updated|Release date|发布时间|发布日期|日期|时间|Дата)\s*[:：]\s*",
    re.I,
)
LONGEST_DATE_LINE = 40
BEGINNING = 500
# A menu of other chapters that was captured with the text.
FEWEST_LINKS = 4


def parse_article(sketch: Sketch, passages: Sequence[Passage], kind: Kind, layout: Layout) -> None:
    """An article of any kind."""
    leader = leader_in(layout.breadcrumb) or leader_in_title(passages)
    model = MODELS[kind] if kind is not Kind.ACTIVITY or leader else "news"
    sketch.pages.append(PageSketch(model, leader if model == "activity" else ""))
    rest = place_article_title(sketch, passages, kind)
    if model in WITH_DATE:
        rest = place_head(sketch, rest)
    if model == "activity":
        place_place(sketch, rest)
    rest = place_menu(sketch, rest, kind)
    body = Body(sketch, 0, plain_headings=kind in WITH_PLAIN_HEADINGS)
    if kind is Kind.CALENDAR:
        body.write_events(rest, lambda text: EVENT.match(text) is not None)
    else:
        body.write(rest)
    if kind is Kind.UNKNOWN:
        sketch.doubt(Code.UNKNOWN_KIND, passages[0].line if passages else 1, "")


def place_article_title(
    sketch: Sketch, passages: Sequence[Passage], kind: Kind
) -> Sequence[Passage]:
    """Place the title, if there is one: a list of events may begin with the first event."""
    if passages and kind is Kind.CALENDAR and EVENT.match(str(passages[0])[:100]):
        sketch.doubt(Code.NO_TITLE, passages[0].line, "")
        return passages
    return place_title(sketch, passages)


def place_head(sketch: Sketch, passages: Sequence[Passage]) -> list[Passage]:
    """Place date and byline, which stand among the first lines; what is left."""
    rest = []
    for place, passage in enumerate(passages):
        if place < 4 and len(passage.units) == 1 and _is_head(sketch, passage.first):
            continue
        rest.append(passage)
    return rest


def _is_head(sketch: Sketch, unit: Unit) -> bool:
    text = unit.excerpt.text
    if len(text) > LONGEST_NAME or unit.sign:
        return False
    if BYLINE.match(text) and not unit.is_sentence:
        sketch.place(unit.excerpt, Role.BYLINE, unit.language, Destination(0, "byline"))
        return True
    source = SOURCE.match(text)
    if source:
        sketch.add(unit.excerpt.part(0, source.start("body")), Role.LABEL, unit.language)
        body = unit.excerpt.group(source, "body")
        sketch.place(body, Role.BYLINE, unit.language, Destination(0, "source"))
        return True
    return len(text) <= LONGEST_DATE_LINE and _is_date_line(sketch, unit)


def _is_date_line(sketch: Sketch, unit: Unit) -> bool:
    """Place a line that is nothing but a date. One that can be read in two ways stays text."""
    label = DATE_LABEL.match(unit.excerpt.text)
    value = unit.excerpt.part(label.end() if label else 0)
    target = Destination(0, "date")
    ambiguous = AMBIGUOUS.fullmatch(value.text)
    if ambiguous and ambiguous["first"] != ambiguous["second"]:
        suggestion = Suggestion(target, "", "", month_first(ambiguous))
        sketch.doubt(Code.AMBIGUOUS_DATE, unit.line, unit.text, 0, suggestion)
        return False
    if not date_in(value.text) or re.search(r"[^\W\d_]{4,}.*[^\W\d_]{4,}", value.text):
        return False
    if label:
        sketch.add(unit.excerpt.part(0, label.end()), Role.LABEL, unit.language)
    sketch.add(value, Role.DATE, "", target, Transformation.READ_DATE)
    return True


def place_place(sketch: Sketch, passages: Sequence[Passage]) -> None:
    """Where the first paragraph says that the event was held; the paragraph keeps it too."""
    for passage in passages[:3]:
        for unit in passage.units:
            beginning = unit.excerpt.text[:BEGINNING]
            match = DATELINE.match(beginning) or HELD_IN.search(beginning)
            if match and unit.language in {ENGLISH, RUSSIAN}:
                target = Destination(0, "place")
                sketch.fact(unit.excerpt.group(match, "place"), target, match["place"], "en")
                return


def place_menu(sketch: Sketch, passages: Sequence[Passage], kind: Kind) -> Sequence[Passage]:
    """Tell a menu at the end of a report from its text; what is left."""
    if kind is not Kind.REPORT:
        return passages
    end = len(passages)
    while end and _is_link(passages[end - 1]):
        end -= 1
    if len(passages) - end < FEWEST_LINKS:
        return passages
    for passage in passages[end:]:
        sketch.place_passage(passage, Role.NAVIGATION, None)
    return passages[:end]


def _is_link(passage: Passage) -> bool:
    text = str(passage)
    return (
        passage.mark is Mark.NONE
        and len(text) <= 60
        and not passage.is_sentence
        and not re.search(r"[:：,，\d]", text)
    )
