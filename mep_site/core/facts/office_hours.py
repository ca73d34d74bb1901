"""When an office can be reached: stored once, written in every language."""

import re
from dataclasses import dataclass
from functools import reduce
from typing import Any

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mep_site.translations.languages import Language

_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
TIMES = re.compile(rf"({_TIME})\s*[-–]\s*({_TIME})")
_BETWEEN = re.compile(r"\s*[,，;；]\s*")
# A dash with word joiners, so that no line ends between two times.
TO = "\u2060–\u2060"
# How https://schema.org/DayOfWeek calls them.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# From when to when, as 08:30.
Times = tuple[str, str]


@dataclass(frozen=True)
class OfficeHours:
    """Days by their numbers, of which Monday is 0, and the times that hold on each of them."""

    first_day: int
    last_day: int
    times: tuple[Times, ...]

    def text(self, language: Language) -> str:
        """The hours in the active language, of which ``language`` names the days."""
        names = Locale.parse(language.code, sep="-").days["stand-alone"]["wide"]
        first, last = names[self.first_day], names[self.last_day]
        values = {"first": first, "last": last, "times": reduce(_both, map(TO.join, self.times))}
        if self.first_day == self.last_day:
            return _("%(first)s, %(times)s (Beijing time)") % values
        return _("%(first)s to %(last)s, %(times)s (Beijing time)") % values

    def structured_data(self) -> list[dict[str, Any]]:
        """The hours in the vocabulary of https://schema.org."""
        days = [f"https://schema.org/{name}" for name in self._days()]
        return [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": days,
                "opens": opens,
                "closes": closes,
            }
            for opens, closes in self.times
        ]

    def _days(self) -> tuple[str, ...]:
        if self.first_day <= self.last_day:
            return DAYS[self.first_day : self.last_day + 1]
        return (*DAYS[self.first_day :], *DAYS[: self.last_day + 1])


def _both(times: str, later: str) -> str:
    return _("%(times)s and %(later)s") % {"times": times, "later": later}


def read_times(text: str) -> tuple[Times, ...]:
    """What ``08:30-11:30, 13:30-17:00`` says; ``ValueError`` if it is not written so."""
    found = [TIMES.fullmatch(part) for part in _BETWEEN.split(text.strip())]
    if not all(found):
        raise ValueError(text)
    times = tuple((match[1], match[2]) for match in found if match)
    in_order = [moment for each in times for moment in each]
    if in_order != sorted(set(in_order)):
        raise ValueError(text)
    return times


def validate_times(text: str) -> None:
    """A validator of what an editor types."""
    try:
        read_times(text)
    except ValueError:
        message = gettext_lazy("Enter times in their order, such as 08:30-11:30, 13:30-17:00.")
        raise ValidationError(message) from None


def office_hours(first_day: int | None, last_day: int | None, times: str) -> OfficeHours | None:
    """The hours of what is stored; ``None`` unless days and times are known."""
    if first_day not in WEEKDAYS or not times:
        return None
    last = first_day if last_day is None else last_day
    try:
        return OfficeHours(first_day, last, read_times(times))
    except ValueError:
        # A draft may hold what is not finished.
        return None
