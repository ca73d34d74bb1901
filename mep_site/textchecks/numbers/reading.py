"""Reads the values of a text by the rules of a language.

First what is no number of the text is covered (addresses, formulas, idioms); then each numeral, in
digits or words, becomes one mark, so that the rules of a language read "5 May" and "the fifth of
May" alike; what no rule takes is a count with or without a unit.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from . import units
from .passage import FILLER, Passage
from .values import Certainty, DateParts, NumberValue, Numeral, ValueKind

CARDINALS, ORDINALS = 0xF0000, 0x100000
ANY = f"[{chr(CARDINALS)}-{chr(CARDINALS + 0xFFF0)}{chr(ORDINALS)}-{chr(ORDINALS + 0xFFF0)}]"
MARKS = {
    "‹N›": ANY,
    "‹C›": f"[{chr(CARDINALS)}-{chr(CARDINALS + 0xFFF0)}]",
    "‹O›": f"[{chr(ORDINALS)}-{chr(ORDINALS + 0xFFF0)}]",
}
# As many as there are marks.
MOST_NUMERALS = 0xFFF0


def group_of(match: re.Match[str], group: str) -> str:
    """What a group matched; nothing if the rule has no such group or it took no part."""
    return match.groupdict().get(group) or ""


def rule_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which ‹N› is any numeral, ‹C› a cardinal, ‹O› an ordinal one."""
    for sign, marks in MARKS.items():
        expression = expression.replace(sign, marks)
    return re.compile(expression, flags)


@dataclass
class TextReading:
    """A text while it is read: what is left of it, and its numerals by their marks."""

    given: str
    passage: Passage
    numerals: dict[str, Numeral] = field(default_factory=dict)

    def numeral(self, match: re.Match[str], group: str) -> Numeral | None:
        """The numeral of a group, if the rule has that group and it took part."""
        mark = group_of(match, group)
        return self.numerals[mark] if mark else None

    def integer(self, match: re.Match[str], group: str) -> int | None:
        """The whole number of a group."""
        numeral = self.numeral(match, group)
        return numeral.integer if numeral else None

    def value(
        self, kind: ValueKind, start: int, end: int, numeral: Numeral | None = None, **more: object
    ) -> NumberValue:
        """A value that stands at that part of the passage."""
        start, end = self.passage.span(start, end)
        if numeral:
            more = {
                "number": numeral.number,
                "others": numeral.others,
                "certainty": numeral.certainty,
                "in_digits": numeral.in_digits,
                "figure": (numeral.start, numeral.end),
            } | more
        return NumberValue(kind, self.given[start:end], start, end, **more)

    def date(
        self, match: re.Match[str], start: int, end: int, **parts: int | None
    ) -> NumberValue | None:
        """The date with these parts, if there is such a date."""
        date = DateParts(**parts)
        within = {"year": (1000, 2999), "month": (1, 12), "day": (1, 31)}
        if not date.parts or any(
            not within[name][0] <= part <= within[name][1] for name, part in date.parts.items()
        ):
            return None
        return self.value(ValueKind.DATE, start, end, date=date)


# From a match to the values there; None or nothing says that the rule does not apply after all.
Build = Callable[[TextReading, re.Match[str]], Iterable[NumberValue | None] | None]
Rule = tuple[re.Pattern[str], Build]


@dataclass(frozen=True)
class Grammar:
    """How the numbers of a language are read.

    ``dropped`` stands within numerals and says nothing (3700多万), ``covered`` is no number.
    ``early`` rules read the text as it is, ``late`` ones with marks for its numerals.
    ``certainty`` weighs a numeral that no rule took, ``joint`` stands between two that share a
    unit, ``gap`` between a numeral and its unit.
    """

    name: str
    dropped: re.Pattern[str] | None
    covered: Sequence[re.Pattern[str]]
    early: Sequence[Rule]
    numerals: Callable[[str], Iterable[Numeral]]
    late: Sequence[Rule]
    certainty: Callable[[str, int, Numeral], Certainty]
    joint: re.Pattern[str]
    gap: re.Pattern[str]


def read_values(text: str, grammar: Grammar) -> list[NumberValue]:
    """The values of a text, in their order."""
    passage = Passage.of(text)
    if grammar.dropped:
        parts = [(*match.span(), "") for match in grammar.dropped.finditer(passage.text)]
        passage = passage.replaced(parts)
    for pattern in grammar.covered:
        passage = passage.without(pattern)
    reading = TextReading(text, passage)
    found = list(_by_rules(reading, grammar.early))
    _mark_numerals(reading, grammar.numerals)
    found += _by_rules(reading, grammar.late)
    found += _the_rest(reading, grammar)
    return sorted(found, key=lambda value: (value.start, value.end))


def _by_rules(reading: TextReading, rules: Sequence[Rule]) -> Iterator[NumberValue]:
    for pattern, build in rules:
        for match in list(pattern.finditer(reading.passage.text)):
            values = list(build(reading, match) or ())
            if not values or None in values:
                continue
            yield from values
            _cover(reading, *match.span())


def _cover(reading: TextReading, start: int, end: int) -> None:
    text = reading.passage.text
    covered = text[:start] + FILLER * (end - start) + text[end:]
    reading.passage = Passage(covered, reading.passage.places)


def _mark_numerals(reading: TextReading, numerals_of: Callable[[str], Iterable[Numeral]]) -> None:
    parts = []
    passage = reading.passage
    for index, numeral in enumerate(numerals_of(passage.text)):
        if index >= MOST_NUMERALS:
            break
        mark = chr((ORDINALS if numeral.is_ordinal else CARDINALS) + index)
        start, end = passage.span(numeral.start, numeral.end)
        reading.numerals[mark] = replace(
            numeral, start=start, end=end, is_capital=reading.given[start : start + 1].isupper()
        )
        parts.append((numeral.start, numeral.end, mark))
    reading.passage = passage.replaced(parts)


def _the_rest(reading: TextReading, grammar: Grammar) -> Iterator[NumberValue]:
    """Counts, ordinals, sums of money and quantities; a shared unit passes to the left."""
    text = reading.passage.text
    marks = [match.start() for match in re.finditer(ANY, text)]
    values = [_with_unit(reading, grammar, place) for place in marks]
    for index in range(len(values) - 2, -1, -1):
        between = text[marks[index] + 1 : marks[index + 1]]
        if grammar.joint.fullmatch(between):
            values[index] = _sharing(values[index], values[index + 1], reading, marks, index)
    yield from values


def _sharing(
    value: NumberValue, following: NumberValue, reading: TextReading, marks: list[int], index: int
) -> NumberValue:
    """A value whose unit and scale may be those of the next: "3 to 5 million"."""
    if value.unit or value.kind == ValueKind.ORDINAL:
        return value
    text = reading.passage.text
    own, next_one = (reading.numerals[text[place]] for place in (marks[index], marks[index + 1]))
    others = value.others
    if own.scale == 1 and next_one.scale > 1:
        others = (*others, value.number * next_one.scale)
    return replace(value, others=others, is_loose=bool(following.unit or following.is_loose))


def _with_unit(reading: TextReading, grammar: Grammar, place: int) -> NumberValue:
    text = reading.passage.text
    numeral = reading.numerals[text[place]]
    gap = grammar.gap.match(text, place + 1)
    after = units.unit_at(text, gap.end() if gap else place + 1, grammar.name)
    before = units.currency_before(text, place)
    numeral = replace(numeral, certainty=grammar.certainty(text, place, numeral))
    if after and not (before and after[0] in units.CODES_OF_TIME):
        kind = _kind_of(after[0])
        if kind == ValueKind.QUANTITY and numeral.is_ordinal:
            return reading.value(ValueKind.ORDINAL, place, place + 1, numeral)
        return reading.value(kind, place, after[1], numeral, unit=after[0])
    if before:
        return reading.value(ValueKind.MONEY, before[1], place + 1, numeral, unit=before[0])
    kind = ValueKind.ORDINAL if numeral.is_ordinal else ValueKind.COUNT
    return reading.value(
        ValueKind.FRACTION if numeral.is_fraction else kind, place, place + 1, numeral
    )


def _kind_of(unit: str) -> ValueKind:
    if unit in units.CODES_OF_PARTS:
        return ValueKind.PERCENT
    return ValueKind.MONEY if unit in units.CODES_OF_CURRENCIES else ValueKind.QUANTITY


def constant(kind: ValueKind, number: int | Fraction, **more: object) -> Build:
    """Builds the same value wherever a rule applies."""

    def build(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
        yield reading.value(kind, *match.span(), number=Fraction(number), **more)

    return build
