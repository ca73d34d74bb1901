"""Writes another value in the place of one, in the form in which that one is written.

A memory offers the translation of 第十三次会议 for 第十四次会议: "thirteenth" becomes "fourteenth".
Where the words around the number would have to change as well, nothing is offered.
"""

import re
from fractions import Fraction

from mep_site.translations.languages import Language

from .agreement import agree
from .english.grammar import MONTHS as ENGLISH_MONTHS
from .readers import values_in
from .russian.numerals import ENDINGS
from .values import DateParts, NumberValue, ValueKind
from .writing import (
    CASES,
    english_cardinal,
    english_ordinal,
    english_suffix,
    plural_of,
    russian_cardinal,
    russian_ordinal,
)

DIGITS = re.compile(r"\d[\d.,\s\u00a0\u202f\u2009]*\d|\d")
GROUPING = re.compile(r"(?<=\d)([,\s\u00a0\u202f\u2009])(?=\d{3}(?!\d))")
MONTHS_IN_ENGLISH = [re.sub(r"\(\?:(\w+)\)\?|\?", r"\1", name) for name in ENGLISH_MONTHS]
# Nominative, genitive, dative, instrumental, prepositional.
ENDINGS_OF_MONTHS = {"ь": "ь я ю ём е", "т": " а у ом е", "й": "й я ю ем е"}
STEMS_OF_MONTHS = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]
MOST_DECIMALS = 4


def rewritten(target: str, language: Language, old: NumberValue, new: NumberValue) -> str | None:
    """The translation with ``new`` where it says ``old``; both are values of Chinese texts.

    Nothing if it does not say ``old`` exactly once, or if it cannot be replaced well.
    """
    if old.kind != new.kind or old.unit != new.unit:
        return None
    places = [value for value in values_in(target, language) if _is_same(old, value)]
    if len(places) != 1:
        return None
    place = places[0]
    if place.kind == ValueKind.DATE:
        written = _date(place, old.date, new.date, language)
        return written and target[: place.start] + written + target[place.end :]
    start, end = place.figure
    written = _figure(target[start:end], place, old, new, language)
    return target[:start] + written + target[end:] if written and start < end else None


def _is_same(old: NumberValue, value: NumberValue) -> bool:
    if value.kind == old.kind == ValueKind.DATE:
        return old.date == value.date
    return old.identity == value.identity or agree(old, value)


def _figure(
    written: str, place: NumberValue, old: NumberValue, new: NumberValue, language: Language
) -> str | None:
    if place.number != old.number:
        return None
    is_ordinal = place.kind == ValueKind.ORDINAL
    if not (is_ordinal or _agrees_with_its_noun(place, new, language)):
        return None
    if place.in_digits:
        return _in_digits(written, place.number, new.number, language)
    if new.number.denominator != 1 or not 0 < new.number < 10**6:
        return None
    words = _IN_WORDS[language.script](written, int(old.number), int(new.number), is_ordinal)
    return words and _with_capital(words, written)


def _agrees_with_its_noun(place: NumberValue, new: NumberValue, language: Language) -> bool:
    """Whether the noun keeps its form: one session but two sessions, 2 раза but 5 раз."""
    if place.text.endswith("%"):
        return True
    if place.number.denominator != 1 or new.number.denominator != 1:
        return place.number.denominator == new.number.denominator == 1 or not _is_slavic(language)
    if _is_slavic(language):
        return plural_of(int(place.number)) == plural_of(int(new.number))
    return (place.number == 1) == (new.number == 1)


def _is_slavic(language: Language) -> bool:
    return language.script == "Cyrl"


def _in_digits(written: str, old: Fraction, new: Fraction, language: Language) -> str | None:
    """The new number with the grouping, the decimal sign, the scale and the suffix of the old."""
    digits = DIGITS.match(written)
    if not digits:
        return None
    grouping = GROUPING.search(digits[0])
    bare = GROUPING.sub("", digits[0])
    scale = old / Fraction(bare.replace(",", "."))
    scaled = new / scale
    if (scaled * 10**MOST_DECIMALS).denominator != 1:
        return None
    decimal = "," if _is_slavic(language) else "."
    text = _grouped(scaled, grouping[1] if grouping else "", decimal)
    rest = written[digits.end() :]
    if rest[:2] in ("st", "nd", "rd", "th") and scaled.denominator == 1:
        rest = english_suffix(int(scaled)) + rest[2:]
    return text + rest


def _grouped(number: Fraction, grouping: str, decimal: str) -> str:
    whole, _, decimals = f"{float(number):.{MOST_DECIMALS}f}".partition(".")
    text = f"{int(whole):,}".replace(",", grouping) if grouping else whole
    decimals = decimals.rstrip("0")
    return text + (decimal + decimals if decimals else "")


def _english(written: str, old: int, new: int, is_ordinal: bool) -> str | None:
    write = english_ordinal if is_ordinal else english_cardinal
    return write(new) if write(old) == written.lower() else None


def _russian(written: str, old: int, new: int, is_ordinal: bool) -> str | None:
    if is_ordinal:
        for ending in ENDINGS:
            if russian_ordinal(old, ending) == written.lower():
                return russian_ordinal(new, ending)
        return None
    cases = [case for case in CASES if russian_cardinal(old, case) == written.lower()]
    forms = {russian_cardinal(new, case) for case in cases}
    return forms.pop() if len(forms) == 1 else None


_IN_WORDS = {"Latn": _english, "Cyrl": _russian}


def _with_capital(words: str, model: str) -> str:
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def _date(place: NumberValue, old: DateParts, new: DateParts, language: Language) -> str | None:
    """The text of a date with other parts; the same parts must be known of both."""
    if old.parts.keys() != new.parts.keys():
        return None
    text = place.text
    if re.fullmatch(r"[\d./-]+(?:\s?г\.)?", text) and len(old.parts) > 1:
        return _numeric_date(text, old, new)
    for part in ("day", "year"):
        before, after = old.parts.get(part), new.parts.get(part)
        if before != after:
            text, count = re.subn(rf"(?<!\d){before}(?!\d)", str(after), text)
            if count != 1:
                return None
    return _with_month(text, old.month, new.month, language)


def _numeric_date(text: str, old: DateParts, new: DateParts) -> str:
    """2019-05-03 or 03.05.2019: the parts stand in an order of their own."""
    is_year_first = bool(re.match(r"\d{4}", text))
    names = ("year", "month", "day") if is_year_first else ("day", "month", "year")
    numbers = iter(new.parts[name] for name in names)
    return re.sub(r"\d+", lambda match: str(next(numbers)).zfill(len(match[0])), text)


def _with_month(text: str, old: int | None, new: int | None, language: Language) -> str | None:
    if old == new:
        return text
    if _is_slavic(language):
        return _with_russian_month(text, old, new)
    name = MONTHS_IN_ENGLISH[old - 1]
    return text.replace(name, MONTHS_IN_ENGLISH[new - 1]) if name in text else None


def _with_russian_month(text: str, old: int, new: int) -> str | None:
    forms = zip(_forms_of_month(old), _forms_of_month(new), strict=True)
    for before, after in forms:
        found, count = re.subn(rf"(?<!\w){before}(?!\w)", after, text)
        if count == 1:
            return found
    return None


def _forms_of_month(month: int) -> list[str]:
    name = STEMS_OF_MONTHS[month - 1]
    stem, last = (name, "т") if name.endswith("т") else (name[:-1], name[-1])
    return [stem + ending for ending in ENDINGS_OF_MONTHS[last].split(" ")]
