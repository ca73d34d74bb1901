"""When a text goes live and when it expires: the times of a draft, and those that are approved.

A revision carries the times of its own language. They count from the moment at which it is
published or scheduled; until then they are as much a draft as its words.
"""

from datetime import datetime
from typing import NamedTuple

from django.utils.dateparse import parse_datetime

from .columns import Columns


class Schedule(NamedTuple):
    """Two moments in UTC, each of which may be missing."""

    go_live_at: datetime | None = None
    expire_at: datetime | None = None

    def ahead(self, now: datetime) -> "Schedule":
        """Without the moments that have passed."""
        return Schedule(*(moment if moment and moment > now else None for moment in self))

    def is_over(self, moment: datetime) -> bool:
        """Whether a text that goes live at this moment would have expired by then."""
        return self.expire_at is not None and self.expire_at <= moment


def schedule_in(columns: Columns) -> Schedule:
    """The times that a revision carries."""
    return Schedule(*(_moment(columns.get(name)) for name in Schedule._fields))


def _moment(value: str | None) -> datetime | None:
    return parse_datetime(value) if value else None
