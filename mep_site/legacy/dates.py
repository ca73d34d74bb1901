"""Dates in the wording of the three languages, to ISO 8601 as far as they are known.

A date without a year is no date: nothing is inferred.
"""

import re

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
    # 2014年9月13日, 2014年6月, 2018年
    re.compile(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"),
    # September 13th, 2014
    re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I),
    # 13 September 2014; June, 2019; 13 сентября 2014 г.; июнь 2014 года
    re.compile(
        rf"\b(?:(?P<day>\d{{1,2}})\s+)?{MONTH},?\s+(?P<year>\d{{4}})\b(?:\s*г(?:\.|ода)?)?", re.I
    ),
)


def date_in(text: str) -> str:
    """The first date that the text states, in ISO 8601; empty if there is none."""
    found = [match for pattern in DATES if (match := pattern.search(text))]
    return _iso(min(found, key=lambda match: match.start())) if found else ""


def split_final_date(text: str) -> tuple[str, str]:
    """A text without the date that it ends in, and that date in ISO 8601, or the text alone."""
    for pattern in DATES:
        for match in pattern.finditer(text):
            if not text[match.end() :].strip(" .)）"):
                return text[: match.start()].rstrip(" ,，·"), _iso(match)
    return text, ""


def _iso(match: re.Match[str]) -> str:
    """ISO 8601 in the precision of the match."""
    parts = [match["year"]]
    if match["month"]:
        name = match["month"].casefold()
        parts.append(f"{int(name) if name.isdigit() else MONTHS[name]:02}")
        if match["day"]:
            parts.append(f"{int(match['day']):02}")
    return "-".join(parts)
