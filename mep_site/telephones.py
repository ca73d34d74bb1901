"""Telephone numbers in texts, however they are written.

Which numbers there are, and how each is dialled, is what ``phonenumbers`` knows, Google's library
with the numbering plans of all states. Numbers without a country code are China's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from phonenumbers import (
    Leniency,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    can_be_internationally_dialled,
    format_number,
    is_valid_short_number_for_region,
    length_of_geographical_area_code,
    national_significant_number,
    parse,
)

REGION = "CN"
# 110, 12345, 12369: known by nothing but being alone.
SHORT = re.compile(r"\d{3,6}")
LEAST_DIGITS = 7


@dataclass(frozen=True)
class Telephone:
    """A number that can be dialled: ``text`` of what was read, from ``start`` to before ``end``."""

    text: str
    start: int
    end: int
    number: PhoneNumber
    is_short: bool = False

    @property
    def href(self) -> str:
        """The address that dials it (RFC 3966): from anywhere, if it can be called from abroad."""
        if self.is_short:
            return f"tel:{self.text}"
        if not can_be_internationally_dialled(self.number):
            return f"tel:{''.join(re.findall(r'[0-9]', self._in(PhoneNumberFormat.NATIONAL)))}"
        return self._in(PhoneNumberFormat.RFC3966)

    @property
    def international(self) -> str:
        """The number as it is written for readers abroad, if one can call it from there."""
        is_full = self.text.startswith("+")
        if self.is_short or is_full or not can_be_internationally_dialled(self.number):
            return self.text
        return self._in(PhoneNumberFormat.INTERNATIONAL)

    @property
    def area_and_subscriber(self) -> tuple[str, str]:
        """The area code, without the zero before it and empty if there is none, and the rest."""
        digits = national_significant_number(self.number)
        length = length_of_geographical_area_code(self.number)
        return digits[:length], digits[length:]

    @property
    def groups(self) -> list[str]:
        """The digits without the country code, in the groups that are usual in its state."""
        return re.findall(r"\d+", self._in(PhoneNumberFormat.INTERNATIONAL))[1:]

    def _in(self, style: int) -> str:
        return format_number(self.number, style)


@lru_cache(maxsize=1024)
def telephones_in(text: str) -> tuple[Telephone, ...]:
    """The numbers in a text, in their order, and a short one that is the whole of it.

    An old number without its area code is none: whom one reaches by it depends on where one is.
    It takes a tenth of a millisecond to look for them, and a site has few; they are remembered.
    """
    return tuple(_found_in(text))


def _found_in(text: str) -> Iterator[Telephone]:
    if SHORT.fullmatch(text):
        number = parse(text, REGION)
        if is_valid_short_number_for_region(number, REGION):
            yield Telephone(text, 0, len(text), number, is_short=True)
    elif sum(map(str.isdigit, text)) >= LEAST_DIGITS:
        for match in PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID):
            yield Telephone(match.raw_string, match.start, match.end, match.number)
