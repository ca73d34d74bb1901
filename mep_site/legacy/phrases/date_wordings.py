"""Dates in the wording of the three languages, to ISO 8601 as far as they are known.

A date without a year is no date: nothing is inferred.
"""

import re
from datetime import date

from babel.dates import get_month_names

MONTHS = {
    name.casefold().rstrip("."): number
    for locale in ("en", "ru")
    for width in ("wide", "abbreviated")
    for context in ("format", "stand-alone")
    for number, name in get_month_names(width, context, locale).items()
} | {"sept": 9}
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"

DATES = (
    # 2031-02-11 09:05:00
    re.compile(
        r"(?<!\d)(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)"
        r"(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
    ),
    # 2014年9月13日, 2014年6月, 2018年
    re.compile(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"),
    # September 13th, 2014
    re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I),
    # 13 September 2014; June, 2019; 13 сентября 2014 г.; июнь 2014 года
    re.compile(
        rf"\b(?:(?P<day>\d{{1,2}})\s+)?{MONTH},?\s+(?P<year>\d{{4}})\b(?:\s*г(?:\.|ода)?)?", re.I
    ),
)


# May 5, Jun. 15, 5 мая, 5月5日, but not with a year after or before it.
WITHOUT_YEAR = re.compile(
    rf"\b{MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[,-]?\s*(?:\d{{4}}|\d))"
    rf"|\b\d{{1,2}}\s+{MONTH.replace('month', 'second')}(?!\s*,?\s*\d{{4}})"
    r"|(?<![年\d])\d{1,2}月\d{1,2}日",
    re.I,
)
# Today, next Thursday, on Wednesday, 今天, вчера: a day that only the reader of that day knew.
RELATIVE = re.compile(
    r"\b(?:today|yesterday|tomorrow|(?:on|next|last|this)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|今[天日]|昨[天日]|明[天日]|[本上下]周|\b(?:сегодня|вчера|завтра)\b",
    re.I,
)
# 03-04-2031: which of the two is the month?
AMBIGUOUS = re.compile(
    r"(?<!\d)(?P<first>0?[1-9]|1[0-2])[-/.](?P<second>0?[1-9]|1[0-2])[-/.](?P<year>\d{4})(?!\d)"
)
# 25-04-2031 and 04-25-2031 say themselves which is the day.
DAY_AND_YEAR = re.compile(r"(?<!\d)(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<year>\d{4})(?!\d)")
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.A)


def date_in(text: str) -> str:
    """The first date that the text states, in ISO 8601; empty if there is none."""
    found = [match for pattern in DATES if (match := pattern.search(text))]
    dates = [iso for match in sorted(found, key=re.Match.start) if (iso := _iso(match))]
    return dates[0] if dates else _day_and_year(text)


def final_date(text: str) -> re.Match[str] | None:
    """The date that a text ends in, if it does."""
    for pattern in DATES:
        for match in pattern.finditer(text):
            if not text[match.end() :].strip(" .)）") and _iso(match):
                return match
    return None


def month_first(match: re.Match[str]) -> str:
    """An ambiguous date, read as Americans write it."""
    return f"{match['year']}-{int(match['first']):02}-{int(match['second']):02}"


def is_iso(value: str) -> bool:
    """Whether a text is a date in ISO 8601, to the day, the month or the year."""
    return ISO.fullmatch(value) is not None and bool(_valid(value))


def _day_and_year(text: str) -> str:
    """A date with its year last, if one of its numbers can only be the day."""
    match = DAY_AND_YEAR.search(text)
    if not match:
        return ""
    low, high = sorted((int(match["a"]), int(match["b"])))
    if not low <= 12 < high:
        return ""
    return _valid(f"{match['year']}-{low:02}-{high:02}")


def _iso(match: re.Match[str]) -> str:
    """ISO 8601 in the precision of the match; empty if there is no such day."""
    parts = [match["year"]]
    if match["month"]:
        name = match["month"].casefold()
        parts.append(f"{int(name) if name.isdigit() else MONTHS[name]:02}")
        if match["day"]:
            parts.append(f"{int(match['day']):02}")
    return _valid("-".join(parts))


def _valid(iso: str) -> str:
    year, month, day = map(int, [*iso.split("-"), "1", "1"][:3])
    try:
        date(year, month, day)
    except ValueError:
        return ""
    return iso
