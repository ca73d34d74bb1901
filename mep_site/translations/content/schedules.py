"""When a text goes live and when it expires: the times of a draft, and those that are approved.

A revision carries the times of its own language. They count from the moment at which it is
published or scheduled; until then they are as much a draft as its words.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.dateparse import parse_datetime
from wagtail.models import AbstractPage


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


def schedule_in(content: dict[str, Any]) -> Schedule:
    """The times that a revision carries."""
    return Schedule(*(_moment(content.get(name)) for name in Schedule._fields))


def _moment(value: str | None) -> datetime | None:
    return parse_datetime(value) if value else None


@contextmanager
def schedules_kept(page: AbstractPage, ended: Collection[str | None]) -> Iterator[None]:
    """Keep the schedules of a page, but for those of the languages whose codes have ``ended``.

    Wagtail drops all of them when anything is published or unpublished. ``None`` stands for the
    revisions that a program saved, which name no language.
    """
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False)
    rows = list(scheduled.values_list("pk", "approved_go_live_at", "content__edition__language"))
    yield
    for pk, moment, code in rows:
        if code not in ended:
            page.revisions.filter(pk=pk).update(approved_go_live_at=moment)
