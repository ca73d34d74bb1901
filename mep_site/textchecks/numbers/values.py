"""What a number in a text says: its value, what it is of, and where it stands."""

from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum
from fractions import Fraction
from typing import Any, Self

MONTHS_OF_A_YEAR = 12


class ValueKind(Enum):
    """What is told by a number."""

    COUNT = "count"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    DECADE = "decade"
    PERIOD = "period"
    TIME = "time"
    WEEKDAY = "weekday"
    MARKER = "marker"


class Certainty(IntEnum):
    """How surely a translation must say the value as well.

    DOUBTFUL: part of a word or an idiom ("a", 一带一路), of which languages differ in the use.
    OPTIONAL: often told in another way (两国 and "China and Russia"), yet not by another number.
    """

    DOUBTFUL = 0
    OPTIONAL = 1
    SURE = 2


@dataclass(frozen=True)
class Numeral:
    """A number as it is written, in digits or words, before its surroundings are read.

    ``others`` are further readings: the 3 of "3 to 5 million" may be three million. ``scale`` is
    what digits are multiplied with by a word (3.5万).
    """

    start: int
    end: int
    number: Fraction
    is_ordinal: bool = False
    is_fraction: bool = False
    is_capital: bool = False
    in_digits: bool = True
    scale: int = 1
    certainty: Certainty = Certainty.SURE
    others: tuple[Fraction, ...] = ()

    @property
    def integer(self) -> int | None:
        """The number if it is a whole one."""
        return int(self.number) if self.number.denominator == 1 else None


@dataclass(frozen=True)
class DateParts:
    """A day, a month or a year, or what is known of one."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> dict[str, int]:
        """What is known, by name."""
        known = {"year": self.year, "month": self.month, "day": self.day}
        return {name: part for name, part in known.items() if part is not None}

    def agrees_with(self, other: Self) -> bool:
        """Whether both know something in common and differ in nothing that both know."""
        common = self.parts.keys() & other.parts.keys()
        return bool(common) and all(self.parts[name] == other.parts[name] for name in common)


@dataclass(frozen=True)
class NumberValue:
    """A value in a text; ``start`` and ``end`` are where it stands there, its unit included.

    ``unit`` is a code of ``units`` or of a currency. Of a period, ``number`` and ``until`` are its
    first and last month. ``figure`` is where the number alone stands. ``is_loose`` says that the
    unit stands elsewhere, as that of the first in "20 to 30 per cent".
    """

    kind: ValueKind
    text: str
    start: int
    end: int
    number: Fraction = Fraction(0)
    unit: str = ""
    date: DateParts = DateParts()
    until: int = 0
    certainty: Certainty = Certainty.SURE
    others: tuple[Fraction, ...] = ()
    figure: tuple[int, int] = (0, 0)
    is_loose: bool = False
    in_digits: bool = field(default=True, compare=False)

    @property
    def identity(self) -> tuple[Any, ...]:
        """What two values have in common that say the same of the same kind."""
        return self.kind, self.number, self.unit, self.date, self.until

    @property
    def numbers(self) -> tuple[Fraction, ...]:
        """All readings of the number."""
        return (self.number, *self.others)

    def with_certainty(self, certainty: Certainty) -> Self:
        """The same value, to be missed more or less."""
        return replace(self, certainty=certainty)
