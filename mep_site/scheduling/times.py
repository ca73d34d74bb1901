"""When a job is due: at an interval, or at a time of day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import ClassVar

from django.utils import timezone


@dataclass(frozen=True)
class Every:
    """Again whenever this long has passed since the job last began."""

    interval: timedelta
    # By how much it may be late before somebody should look.
    slack: ClassVar[timedelta] = timedelta(minutes=10)

    def latest(self, now: datetime) -> datetime:
        """The moment since which a job that began earlier is due."""
        return now - self.interval

    def __str__(self) -> str:
        minutes = self.interval // timedelta(minutes=1)
        return "every minute" if minutes == 1 else f"every {minutes} minutes"


@dataclass(frozen=True)
class At:
    """At a time of day in the site's time zone, every so many days."""

    time: time
    days: int = 1
    # What is done at night waits for what began before it.
    slack: ClassVar[timedelta] = timedelta(hours=4)

    def latest(self, now: datetime) -> datetime:
        """The moment since which a job that began earlier is due."""
        here = timezone.localtime(now)
        today = timezone.make_aware(datetime.combine(here.date(), self.time))
        passed = today if today <= now else today - timedelta(days=1)
        return passed - timedelta(days=self.days - 1)

    def __str__(self) -> str:
        days = "day" if self.days == 1 else f"{self.days} days"
        return f"every {days} at {self.time:%H:%M}"
