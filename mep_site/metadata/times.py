"""Moments and dates of known precision, as the formats for machines write them."""

from datetime import datetime

from django.utils import timezone

from mep_site.translations.languages.dates import PartialDate


def iso_8601(value: datetime | PartialDate | None) -> str:
    """A moment with the offset of the site's clock, or a date to the day, month or year."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return str(value or "")


def to_the_minute(value: datetime | PartialDate | None) -> str:
    """YYYY-MM-DD HH:MM by the site's clock; of a date only what is known of it."""
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return str(value or "")
