"""The kinds of documents, and how a capture is recognised as one of them."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from .headings import Topic, is_chapter_heading, topic_of
from .languages import CHINESE, ENGLISH
from .layout import Layout, leader_in
from .markers import Mark
from .pairing import Passage


class Kind(StrEnum):
    """The kinds of documents that the old site had."""

    DEPARTMENT = "department"
    INSTITUTION = "institution"
    ACTIVITY = "activity"
    NEWS = "news"
    POLICY = "policy"
    BROCHURE = "brochure"
    CALENDAR = "calendar"
    REPORT = "report"
    PRESS_CONFERENCE = "press_conference"
    UNKNOWN = "unknown"


# What the names of a breadcrumb say; the last name decides first.
BY_NAME = (
    (re.compile(r"^(departments|机构设置|内设机构|департаменты)$", re.I), Kind.DEPARTMENT),
    (
        re.compile(r"^(subordinate|affiliated) institutions$|^(直属|派出)(单位|机构)$", re.I),
        Kind.INSTITUTION,
    ),
    (
        re.compile(
            r"^(polic(y|ies)|laws?|regulations|policies and regulations|政策.*|法规)$", re.I
        ),
        Kind.POLICY,
    ),
    (re.compile(r"^(major events|calendars?|大事记|events calendar)$", re.I), Kind.CALENDAR),
    (
        re.compile(r"^(press conferences?|新闻发布会|пресс-конференции)$", re.I),
        Kind.PRESS_CONFERENCE,
    ),
    (re.compile(r"^(reports?|state of the environment.*|公报|报告)$", re.I), Kind.REPORT),
    (
        re.compile(r"\bnews\b|^(international exchange|exchanges?|新闻|要闻|новости)", re.I),
        Kind.NEWS,
    ),
)
MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
# On Oct. 2, …; Between Oct. 24 and 26, …; 10月2日，…; 2 октября …
EVENT = re.compile(
    rf"^(?:(?:On|From|Between|In)\s+(?:the same day|{MONTHS})|\d{{1,2}}月\d{{1,2}}日"
    r"|\d{1,2} [а-я]{3,8} )",
    re.I,
)
CALENDAR_TITLE = re.compile(r"^(calendar\b|list of events|大事记)|大事记$", re.I)
# Moderator: …, SHAO: …, 记者：
SPEAKER = re.compile(
    r"^(?P<name>[A-ZА-ЯЁ][\w.’'-]*(?: [A-ZА-ЯЁ][\w.’'-]*){0,3}|[\u4e00-\u9fff]{2,12})[:：]\s*\S"
)
REPORT_TITLE = re.compile(r"^(annual )?report on\b|state of (the )?.*environment$|公报$", re.I)
SPACED_YEAR = re.compile(r"^\d \d \d \d$")
# "Rong Haitao meets with …": a name of two words and what its bearer does.
DEED = re.compile(
    r"^(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+) (?:meets|chairs|visits|attends|addresses|speaks"
    r"|answers|delivers|inspects|leads|opens|presides|holds|receives|signs|talks)\b",
    re.I,
)
AGENCY = re.compile(r"\b(administration|agency|cent(?:er|re)|institute|academy|bureau)\b", re.I)
FEWEST_EVENTS, FEWEST_SPEAKERS, FEWEST_SECTIONS = 3, 4, 2
BEGINNING = 3


def recognise(layout: Layout, passages: Sequence[Passage]) -> Kind:
    """The kind by the breadcrumb, else by how the text is built."""
    return kind_by_breadcrumb(layout.breadcrumb) or kind_by_text(passages)


def kind_by_breadcrumb(breadcrumb: tuple[str, ...]) -> Kind | None:
    """The kind that a breadcrumb stands for, such as ``Home > About MEP > Departments``."""
    if leader_in(breadcrumb):
        return Kind.ACTIVITY
    for name in reversed(breadcrumb):
        for pattern, kind in BY_NAME:
            if pattern.search(name):
                return kind
    return None


def kind_by_text(passages: Sequence[Passage]) -> Kind:
    """The kind that a text without a breadcrumb gives away."""
    return next((kind for kind, tells in TELLING if tells(passages)), Kind.UNKNOWN)


def is_brochure(passages: Sequence[Passage]) -> bool:
    """Whether a text has chapters with a square before them, in Chinese and English."""
    languages = {unit.language for passage in passages for unit in passage.units}
    return {CHINESE, ENGLISH} <= languages and any(p.mark is Mark.CHAPTER for p in passages)


def is_calendar(passages: Sequence[Passage]) -> bool:
    """Whether most paragraphs begin with a day."""
    events = sum(1 for passage in passages if EVENT.match(str(passage)[:100]))
    has_title = bool(passages) and CALENDAR_TITLE.search(str(passages[0])[:100]) is not None
    return events >= FEWEST_EVENTS and (has_title or events * 2 > len(passages))


def is_press_conference(passages: Sequence[Passage]) -> bool:
    """Whether several paragraphs begin with who speaks, and some of them speak more than once."""
    names = [m["name"] for passage in passages if (m := SPEAKER.match(str(passage)[:100]))]
    return len(names) >= FEWEST_SPEAKERS > 0 and len(set(names)) < len(names)


def is_report(passages: Sequence[Passage]) -> bool:
    """Whether a text is headed as a report, or has a spaced-out year below its title."""
    beginning = [str(passage)[:200] for passage in passages[:BEGINNING]]
    return any(SPACED_YEAR.match(text) or REPORT_TITLE.search(text) for text in beginning)


def is_department(passages: Sequence[Passage]) -> bool:
    """Whether a text has the sections of a department and is not headed as an agency."""
    topics = {topic_of(passage) for passage in passages}
    is_agency = bool(passages) and AGENCY.search(str(passages[0])[:200]) is not None
    return not is_agency and Topic.FUNCTIONS in topics


def is_institution(passages: Sequence[Passage]) -> bool:
    """Whether a text is headed as an agency and says what it is for."""
    if not passages or not AGENCY.search(str(passages[0])[:200]) or passages[0].is_sentence:
        return False
    topics = {topic_of(passage) for passage in passages}
    return bool(topics & {Topic.FUNCTIONS, Topic.STRUCTURE, Topic.OVERVIEW})


def is_activity(passages: Sequence[Passage]) -> bool:
    """Whether the title says what somebody does whom the text then speaks of."""
    return bool(leader_in_title(passages))


def leader_in_title(passages: Sequence[Passage]) -> str:
    """The name that a title such as "Rong Haitao meets with …" begins with; may be empty."""
    deed = DEED.match(str(passages[0])[:300]) if passages else None
    spoken_of = deed and any(deed["name"] in str(p)[:2000] for p in passages[1 : BEGINNING + 1])
    return deed["name"] if spoken_of else ""


def is_policy(passages: Sequence[Passage]) -> bool:
    """Whether a text has sections with Roman or Chinese numbers, or the chapters of a law."""
    sections = [
        passage
        for passage in passages
        if is_chapter_heading(str(passage)[:100])
        or (passage.mark in {Mark.ROMAN, Mark.CHINESE} and not passage.is_sentence)
    ]
    return len(sections) >= FEWEST_SECTIONS


TELLING: tuple[tuple[Kind, Callable[[Sequence[Passage]], bool]], ...] = (
    (Kind.BROCHURE, is_brochure),
    (Kind.REPORT, is_report),
    (Kind.CALENDAR, is_calendar),
    (Kind.PRESS_CONFERENCE, is_press_conference),
    (Kind.INSTITUTION, is_institution),
    (Kind.DEPARTMENT, is_department),
    (Kind.ACTIVITY, is_activity),
    (Kind.POLICY, is_policy),
)
