"""Dates in a query, in any of the ways in which they are written in the languages of the site.

A date is looked for in the texts, as each language writes it, and among the dates of the pages.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale

from mep_site.translations.languages import Language, languages

from ..analysis.folding import fold
from ..analysis.index_terms import Phrase, phrases_in
from ..analysis.script_runs import HAN
from ..analysis.stemming import stem
from .expressions import HasMark, mark

DIGITS = "〇一二三四五六七八九"
# Chinese numbers its months; the other languages name them.
NAMED_IN = tuple(language for language in languages() if not language.is_chinese)


def _months(language: Language) -> Mapping[str, Mapping[str, Mapping[int, str]]]:
    """The names of months by their form, among others and alone, and by their length."""
    return Locale.parse(language.code, sep="-").months


def _names() -> dict[int, dict[str, None]]:
    """The names of each month, in every case that a calendar has."""
    found: dict[int, dict[str, None]] = {}
    for language in NAMED_IN:
        for widths in _months(language).values():
            for number, name in widths["wide"].items():
                found.setdefault(number, {})[fold(name)] = None
    return found


def _numbers() -> dict[str, int]:
    """The number of a month by the stem of its name, or by what it is shortened to."""
    found: dict[str, int] = {}
    for language in NAMED_IN:
        months = _months(language)
        names = [widths["wide"] for widths in months.values()]
        for each in (*names, months["format"]["abbreviated"]):
            for number, name in each.items():
                found[stem(language.stemmer, fold(name).rstrip("."))] = number
    return {**found, "sept": 9}


NAMES = _names()
NUMBERS = _numbers()
_NAME = rf"(?:(?![{HAN}])[^\W\d_]){{3,12}}"
_YEAR = r"(?:19|20)\d\d"
_RUSSIAN_YEAR = r"(?:\s*(?:г\b\.?|год(?:а|у|ом|е)?\b))?"
_NUMERAL = "[〇零一二三四五六七八九十]"
# Between a word or a space and another: not a part of a longer number, nor of one with brackets.
_FREE, _ENDED = rf"(?<![^\s{HAN}])", rf"(?![^\s{HAN},.;:?!])(?![.:]\d)"
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        rf"(?P<year>{_YEAR})年(?:(?P<month>\d\d?)月(?:(?P<day>\d\d?)[日号])?)?",
        rf"(?P<year>[一二]{_NUMERAL}{{3}})年(?:(?P<month>{_NUMERAL}{{1,2}})月"
        rf"(?:(?P<day>{_NUMERAL}{{1,3}})[日号])?)?",
        rf"{_FREE}(?P<year>{_YEAR})[-./](?P<month>\d\d?)(?:[-./](?P<day>\d\d?))?{_ENDED}",
        rf"{_FREE}(?:(?P<day>\d\d?)[./])?(?P<month>\d\d?)[./](?P<year>{_YEAR}){_RUSSIAN_YEAR}{_ENDED}",
        rf"\b(?:(?P<day>\d\d?)(?:[a-z]{{2}})?\s+)?(?:of\s+)?(?P<month>{_NAME})\b\.?,?\s+"
        rf"(?P<year>{_YEAR})\b{_RUSSIAN_YEAR}",
        rf"\b(?P<month>{_NAME})\b\.?\s+(?P<day>\d\d?)(?:[a-z]{{2}})?,?\s+(?P<year>{_YEAR})\b",
        rf"\b(?P<year>{_YEAR})\s+(?P<month>{_NAME})\b\.?",
        rf"{_FREE}(?P<year>{_YEAR}){_RUSSIAN_YEAR}{_ENDED}",
    )
]


@dataclass(frozen=True)
class Date:
    """A date in a folded text, from ``start`` to before ``end``; perhaps only a year or a month."""

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def mark(self) -> HasMark:
        """What the pages of that date are marked with."""
        if not self.month:
            return HasMark(mark("year", self.year))
        return HasMark(
            mark("date", f"{self.year}{self.month:02}{f'{self.day:02}' if self.day else ''}")
        )

    def phrases(self) -> tuple[Phrase, ...]:
        """How texts in each language write it."""
        found = [phrase for text in self._written() for phrase in phrases_in(text)]
        return tuple(dict.fromkeys(found))

    def _written(self) -> Iterator[str]:
        year, month, day = self.year, self.month, self.day
        if not month:
            yield str(year)
            return
        yield f"{year}年{month}月" + (f"{day}日" if day else "")
        yield f"{year}-{month:02}" + (f"-{day:02}" if day else "")
        for name in NAMES[month]:
            yield f"{day} {name} {year}" if day else f"{name} {year}"
            if day:
                yield f"{name} {day} {year}"


def marks(date: str) -> Iterator[tuple[str, str]]:
    """The marks of a page with a date in ISO 8601, which may have no day and no month."""
    if not date:
        return
    yield "year", date[:4]
    if len(date) >= len("2019-06"):
        yield "date", date[:7].replace("-", "")
    if len(date) == len("2019-06-05"):
        yield "date", date.replace("-", "")


def dates(folded: str) -> list[Date]:
    """The dates in a folded text, in their order."""
    found: list[Date] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            date = _date(match)
            if date and all(date.end <= other.start or other.end <= date.start for other in found):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def _date(match: re.Match[str]) -> Date | None:
    """The date that was matched, ``None`` if there is no such month or day."""
    parts = {name: _number(text) for name, text in match.groupdict().items() if text}
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    is_possible = 1900 <= year < 2100 and month in {None, *NAMES} and day in {None, *range(1, 32)}
    return Date(match.start(), match.end(), year, month, day) if is_possible else None


def _number(text: str) -> int:
    """The number that digits, a month's name or a Chinese numeral stands for; 0 if none does."""
    if text.isdecimal():
        return int(text)
    if text[0] not in f"{DIGITS}零十":
        stems = (stem(language.stemmer, text) for language in NAMED_IN)
        return next((NUMBERS[each] for each in stems if each in NUMBERS), 0)
    tens, ten, ones = text.replace("零", "〇").rpartition("十")
    digits = f"{tens or '一'}{ones or '〇'}" if ten else ones
    if not set(digits) <= set(DIGITS):
        return 0
    return int("".join(str(DIGITS.index(digit)) for digit in digits))
