"""The check of numbers, dates and units by value, and how it tells what it found."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from mep_site.textchecks.findings import TextPair
from mep_site.translations.languages import authoritative

from .comparison import Difference, differences
from .counted import miscounted
from .readers import grammar_of, values_in
from .units import CODES_OF_TIME
from .values import NumberValue, ValueKind

MINUTES_OF_AN_HOUR = 60
# What these are stands beside the number, in the words of the text.
UNITS_IN_WORDS = CODES_OF_TIME | {"li", "mu", "jin", "mile", "n mile", "acre"}


def look(pair: TextPair) -> Iterator[tuple[Any, str, str]]:
    """What the translation says of numbers, dates and units that the Chinese does not say."""
    if not grammar_of(pair.language) or not pair.source.strip() or not pair.target.strip():
        return
    texts = pair.source, pair.target
    values = values_in(pair.source, authoritative()), values_in(pair.target, pair.language)
    for each in differences(*texts, *values):
        places = (value.text.strip() if value else "" for value in (each.source, each.target))
        yield (_sentence(each), *places)
    for source, target in miscounted(*texts, *values):
        yield _sentence_of_counted(target), source.text, target.text


def value_told(value: NumberValue) -> str:
    """A value as it is written beside the words of the text: 14, 20 %, 2019-05-03, 14:30."""
    if value.kind == ValueKind.DATE:
        return _date(value)
    if value.kind == ValueKind.TIME:
        return "{}:{:02}".format(*divmod(int(value.number), MINUTES_OF_AN_HOUR))
    if value.kind == ValueKind.PERIOD:
        return _("months %(first)s to %(last)s") % {
            "first": int(value.number),
            "last": value.until,
        }
    unit = f"\u00a0{value.unit}" if value.unit and value.unit not in UNITS_IN_WORDS else ""
    return _number(value.number) + unit


def _date(value: NumberValue) -> str:
    date = value.date
    if date.parts.keys() == {"month"}:
        return _("month %(number)s") % {"number": date.month}
    if date.parts.keys() == {"day"}:
        return _("day %(number)s") % {"number": date.day}
    parts = (f"{part:02}" for part in date.parts.values())
    return ("" if date.year else "--") + "-".join(parts)


def _number(number: Fraction) -> str:
    whole = number.denominator == 1
    if not whole and (number * 10**6).denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    written = int(number) if whole else float(number)
    return number_format(written, use_l10n=True, force_grouping=abs(written) >= 10**4)


def _in_words(difference: Difference) -> str:
    source, target = difference.source, difference.target
    said = {}
    if source:
        said |= {"value": value_told(source), "chinese": source.text.strip()}
    if target:
        said |= {"other": value_told(target), "translation": target.text.strip()}
    if source and target:
        return (
            _(
                "The Chinese says %(value)s (%(chinese)s), the translation says %(other)s"
                " (%(translation)s)."
            )
            % said
        )
    if source:
        return _("The Chinese says %(value)s (%(chinese)s), the translation does not.") % said
    return _("The translation says %(other)s (%(translation)s), the Chinese does not.") % said


def _of_counted(target: NumberValue) -> str:
    return _(
        "The translation counts %(number)s states; in the Chinese some of them are organisations."
    ) % {"number": value_told(target)}


_sentence = lazy(_in_words, str)
_sentence_of_counted = lazy(_of_counted, str)
