"""What stands between the title of an article and its text: date, source, author, widgets.

Each may have a line of its own, or all of them one line: ``2031-02-11  Source: A  [Print]``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ..reading.lines import Excerpt
from .date_wordings import DAY_AND_YEAR, date_in, final_date
from .labels import ARTICLE_LABEL, WIDGETS

# "Chinese report by A and B, NEWS", "By A", "(Reported by A)", "记者 A"
BYLINE = re.compile(
    r"^[(（]?(?:(?:(?:Chinese|English|Russian) report|Reported|Written|Translated|Edited|Recorded)"
    r" by[:：]?|(?:Text(?: and photos?)?|Reporters?|Rapporteurs?|Correspondents?|Editors?|Authors?)"
    r"(?: by)?[:：]|Rapporteurs?|By|(?:本[报网]|见习|特约)?(?:记者|通讯员)|作者"
    r"|责任编辑|编辑|撰稿|供稿|文/图"
    r"|Автор|Корреспондент|Репортёр|Докладчик|Текст)"
    r"(?:[ :：]|(?<=[:：]))\s*(?=\S).{1,150}$"
)
# Words that only sentences and titles have; a byline has names.
# Lin Example reporting from New Harbour
REPORTING = re.compile(
    r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3},? (?:reporting|reports) from [A-Z]"
)
NO_BYLINE = re.compile(r"^By (?:the|a|an|and|that|this|its?|their|\d)\b", re.I)
LONGEST_LINE = 200
LONGEST_VALUE = 150
LONGEST_DATE = 60
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[^\W\d_]")
WEEKDAY = re.compile(r"[\s,，]*(?:星期|周)[一二三四五六日天]$")
CLOCK = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2})?$")
BRACKETS = " \t\xa0\u3000[]()（）【】|"
TRAILING_WIDGETS = re.compile(rf"[\[【(（|\s\u3000]\s*{WIDGETS.pattern}$", re.I)


@dataclass(frozen=True)
class Detail:
    """A detail of an article: its sort, its label and its value, either of which may be empty."""

    sort: str
    label: Excerpt
    value: Excerpt


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the article."""
    line = text[:LONGEST_LINE]
    return bool(BYLINE.match(line) or REPORTING.match(line)) and not NO_BYLINE.match(line)


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else, be it one that can be read in two ways."""
    if len(text) > LONGEST_DATE or not DIGIT.search(text):
        return False
    short = WEEKDAY.sub("", text.strip(BRACKETS))
    match = final_date(short) or DAY_AND_YEAR.fullmatch(CLOCK.sub("", short))
    return match is not None and not LETTER.search(short[: match.start()])


def is_day(text: str) -> bool:
    """Whether a text is a date to the day; a year or a month alone may end the line above."""
    return is_date(text) and (not date_in(text) or len(date_in(text)) == len("2031-02-11"))


def details_in(line: Excerpt) -> list[Detail]:
    """The details that a line consists of; empty if anything else stands in it."""
    if len(line.text) > LONGEST_LINE:
        return []
    details = list(_split(line))
    return details if all(map(_holds, details)) else []


def _split(line: Excerpt) -> Iterator[Detail]:
    """The parts of a line at its labels; what stands before the first one can be a date."""
    matches = list(ARTICLE_LABEL.finditer(line.text))
    starts = [match.start() for match in matches]
    if not starts or starts[0]:
        yield from _with_widgets(
            "date", line.part(0, 0), line.part(0, starts[0] if starts else None)
        )
    for match, following in zip_longest(matches, matches[1:]):
        label = line.part(*match.span())
        value = line.part(match.end(), following.start() if following else None)
        yield from _with_widgets(match.lastgroup or "", label, value)


def _with_widgets(sort: str, label: Excerpt, value: Excerpt) -> Iterator[Detail]:
    """A detail, and what a reader could press behind it."""
    whole = WIDGETS.fullmatch(value.text) if sort != "byline" else None
    match = whole or TRAILING_WIDGETS.search(value.text)
    start = match.start() if match else len(value.text.rstrip(" \t\xa0|｜"))
    if label or start:
        yield Detail(sort, label, value.part(0, start))
    if match:
        yield Detail("widgets", value.part(0, 0), value.part(start))


def _holds(detail: Detail) -> bool:
    """Whether a value is of its sort; that of a label may be missing."""
    text = detail.value.text
    if detail.sort == "widgets" or (detail.label and not text):
        return True
    if detail.sort == "date":
        return is_date(text) if detail.label else is_day(text)
    if detail.sort == "count":
        return bool(re.fullmatch(r"[\d,. ]{1,15}次?", text))
    return len(text) <= LONGEST_VALUE and not _is_prose(text)


def _is_prose(text: str) -> bool:
    """Whether sentences follow one another."""
    return re.search(r"[.!?。！？]\s*\S.{20}", text) is not None
