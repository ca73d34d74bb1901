"""What runs when, when it last ran, and what is not as it should be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from .jobs import Job, wanted_jobs
from .models import JobRun


@dataclass(frozen=True)
class JobState:
    """A job and its last run, if there was one, at a moment."""

    job: Job
    run: JobRun | None
    now: datetime

    @property
    def is_in_arrears(self) -> bool:
        """Whether it has failed, or should have begun some while ago."""
        if self.run is None or self.run.began_at is None:
            return True
        if self.run.is_running(self.now):
            return False
        due = self.job.due
        return bool(self.run.failures) or self.run.began_at <= due.latest(self.now - due.slack)

    def cells(self) -> tuple[str, ...]:
        """What a table says of it, in English, times in the site's time zone."""
        return (self.job.command, str(self.job.due), self._began(), self._state())

    def _began(self) -> str:
        if self.run is None or self.run.began_at is None:
            return "never"
        return f"{timezone.localtime(self.run.began_at):%Y-%m-%d %H:%M:%S}"

    def _state(self) -> str:
        run = self.run
        if run is None or run.began_at is None:
            return ""
        if run.is_running(self.now):
            return "running"
        if run.held_until is not None:
            return "cut off"
        return f"failed, {run.failures} in a row" if run.failures else "done"


def overview() -> Iterator[JobState]:
    """How each job stands that this site has work for."""
    now, runs = timezone.now(), JobRun.objects.in_bulk()
    for job in wanted_jobs():
        yield JobState(job, runs.get(job.command), now)
