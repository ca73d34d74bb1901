"""Whether a value in one language is the same as one in another."""

from fractions import Fraction

from . import units
from .values import MONTHS_OF_A_YEAR, NumberValue, ValueKind

OF_NUMBERS = frozenset(
    {
        ValueKind.COUNT,
        ValueKind.ORDINAL,
        ValueKind.FRACTION,
        ValueKind.MULTIPLE,
        ValueKind.PERCENT,
        ValueKind.MONEY,
        ValueKind.QUANTITY,
    }
)
HALF_A_DAY = 12 * 60
# A third may be told as 33 per cent.
ROUNDED_PART = Fraction(1, 100)
CENTURY = 100


def agree(one: NumberValue, other: NumberValue) -> bool:
    """Whether two values can be the same, dates aside, told in the manner of two languages."""
    kinds = {one.kind, other.kind}
    if kinds == {ValueKind.DATE, ValueKind.DECADE}:
        return _decade_and_year(one, other) or _decade_and_year(other, one)
    if ValueKind.DATE in kinds:
        return _date_and_number(one, other) or _date_and_number(other, one)
    if kinds <= OF_NUMBERS:
        return _numbers_agree(one, other)
    if len(kinds) == 1:
        return _same_kind_agree(one, other)
    return any(
        rule(first, second)
        for rule in (_time_and_number, _period_and_number)
        for first, second in ((one, other), (other, one))
    )


def _same_kind_agree(one: NumberValue, other: NumberValue) -> bool:
    if one.kind == ValueKind.DECADE and min(one.number, other.number) < CENTURY:
        return one.number % CENTURY == other.number % CENTURY
    return one.until == other.until and not set(one.numbers).isdisjoint(other.numbers)


def _decade_and_year(decade: NumberValue, date: NumberValue) -> bool:
    """Whoever is called 90后 was born after 1990."""
    is_year = date.date.parts.keys() == {"year"}
    return is_year and date.date.year % CENTURY == decade.number % CENTURY


def _date_and_number(date: NumberValue, number: NumberValue) -> bool:
    """A year or a day that stands alone is a number like others; a month is not."""
    if date.kind != ValueKind.DATE or number.kind not in OF_NUMBERS or len(date.date.parts) > 1:
        return False
    part, known = next(iter(date.date.parts.items()))
    return part != "month" and known in number.numbers and number.unit in ("", part)


def _time_and_number(time: NumberValue, number: NumberValue) -> bool:
    """14.30 is written like a number, and an hour may stand alone."""
    if time.kind != ValueKind.TIME or number.kind not in OF_NUMBERS:
        return False
    as_numbers = {
        Fraction(int(minutes // 60)) + Fraction(int(minutes % 60), 100) for minutes in time.numbers
    }
    return number.unit in ("", "hour") and not as_numbers.isdisjoint(number.numbers)


def _period_and_number(period: NumberValue, number: NumberValue) -> bool:
    """The first half of a year is its first six months, its third quarter is the quarter 3."""
    if period.kind != ValueKind.PERIOD or number.kind not in OF_NUMBERS:
        return False
    if number.unit == "month":
        return period.number == 1 and period.until in number.numbers
    is_quarter = period.until - period.number == MONTHS_OF_A_YEAR // 4 - 1
    return is_quarter and number.unit == "quarter" and period.until / 3 in number.numbers


def _numbers_agree(one: NumberValue, other: NumberValue) -> bool:
    if ValueKind.PERCENT in (one.kind, other.kind):
        return _parts_agree(one, other)
    if one.unit and other.unit:
        return any(
            units.are_equal(first, one.unit, second, other.unit)
            for first in one.numbers
            for second in other.numbers
        )
    return not set(one.numbers).isdisjoint(other.numbers)


def _parts_agree(one: NumberValue, other: NumberValue) -> bool:
    """Per cents are per cents, a fraction, or how many times something has become."""
    if one.kind == other.kind or one.is_loose or other.is_loose:
        same_unit = one.unit == other.unit or one.is_loose or other.is_loose
        return same_unit and not set(one.numbers).isdisjoint(other.numbers)
    percent, part = (one, other) if one.kind == ValueKind.PERCENT else (other, one)
    hundredths = percent.number / 100
    if part.kind == ValueKind.FRACTION:
        return abs(hundredths - part.number) <= ROUNDED_PART
    return part.kind == ValueKind.MULTIPLE and part.number in (hundredths, hundredths + 1)
