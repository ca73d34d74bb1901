"""Dates that are known to the day, the month or the year, and how each language writes them.

Old documents often give only a month or a year, and an invented day would be a false statement.
Values are ISO 8601 calendar dates in reduced precision (``2014``, ``2014-06``, ``2014-06-13``),
which sort correctly as text and carry no time zone.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .lookup import Language

ISO_8601 = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A calendar date of which the day, or the month and the day, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: str) -> "PartialDate":
        """Read ISO 8601 text; ``ValueError`` if it is malformed or no such day exists."""
        match = ISO_8601.match(value)
        if not match:
            raise ValueError(f"{value!r} is not YYYY, YYYY-MM or YYYY-MM-DD.")
        parsed = cls(*(int(part) if part else None for part in match.groups()))
        parsed.first_day()
        return parsed

    @classmethod
    def of_day(cls, day: date) -> "PartialDate":
        """A date of which the day is known."""
        return cls(day.year, day.month, day.day)

    def first_day(self) -> date:
        """The first day that the value covers."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@lru_cache(4096)
def format_partial_date(value: PartialDate, language: Language) -> str:
    """The date as running text in this language: 2014年6月, June 2014, июнь 2014 г."""
    day = value.first_day()
    if value.day:
        return format_date(day, language.day_format or "long", locale=language.locale)
    if value.month:
        return _formatted(day, language.month_format, "yMMMM", language)
    return _formatted(day, language.year_format, "y", language)


@lru_cache(4096)
def format_days(first: date, last: date, language: Language) -> str:
    """The days from one to another as running text: 2019年6月3日至5日, 3–5 June 2019."""
    if first == last:
        return format_partial_date(PartialDate.of_day(first), language)
    return format_interval(first, last, "yMMMMd", locale=language.locale)


def _formatted(day: date, pattern: str, skeleton: str, language: Language) -> str:
    """The day by the language's own pattern, else by the CLDR's for these parts of a date."""
    if pattern:
        return format_date(day, pattern, locale=language.locale)
    return format_skeleton(skeleton, day, locale=language.locale)


@lru_cache(4096, typed=True)
def format_number(value: int | float, language: Language) -> str:
    """A number with this language's separators: 1,234 or 1 234."""
    return format_decimal(value, locale=language.locale)


class PartialDateField(models.CharField):
    """Stores a :class:`PartialDate`; empty where no date is known."""

    description = _("Date known to the day, the month or the year")
    default_help_text = _("YYYY-MM-DD, or YYYY-MM or YYYY where the day or the month is not known.")

    def __init__(
        self, *args: Any, help_text: str | Promise = default_help_text, **kwargs: Any
    ) -> None:
        kwargs["max_length"] = 10
        kwargs.setdefault("blank", True)
        super().__init__(*args, help_text=help_text, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out the fixed length."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *args: Any) -> PartialDate | None:
        """Stored text to a date."""
        return PartialDate.parse(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        """Any input to a date; ``ValidationError`` says which forms are accepted."""
        if not value or isinstance(value, PartialDate):
            return value or None
        if isinstance(value, date):
            return PartialDate.of_day(value)
        try:
            return PartialDate.parse(str(value).strip())
        except ValueError as error:
            raise ValidationError(
                _("Enter a date that exists as YYYY-MM-DD, YYYY-MM or YYYY."), code="invalid"
            ) from error

    def get_prep_value(self, value: Any) -> str:
        """A date to the text that is stored."""
        date_value = self.to_python(value)
        return str(date_value) if date_value else ""

    def value_to_string(self, obj: models.Model) -> str:
        """The date as it stands in revisions and fixtures."""
        return self.get_prep_value(self.value_from_object(obj))

    def run_validators(self, value: Any) -> None:
        """Skip the length check, which is for text."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        """A short text input."""
        return super().formfield(
            **{"widget": forms.TextInput(attrs={"placeholder": _("YYYY-MM-DD")}), **kwargs}
        )
