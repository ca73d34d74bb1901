"""When each job began and how it ended: one row for each, by which it begins once.

Any number of schedulers may run, on any number of machines with clocks that agree to some seconds.
Whoever changes the row of a job first has it; the others see that it has changed.
"""

from datetime import datetime, timedelta
from typing import Self

from django.db import models

from .jobs import Job

# For how long a scheduler that says nothing counts as running. It says so three times in that time.
LEASE = timedelta(seconds=60)
FIRST_RETRY = timedelta(minutes=5)
LAST_RETRY = timedelta(hours=1)
MOST_SAID = 500


class JobRunQuerySet(models.QuerySet):
    def held_by(self, holder: str) -> Self:
        """Those that this scheduler runs, as far as everybody knows."""
        return self.filter(holder=holder, held_until__isnull=False)


class JobRun(models.Model):
    """The last run of a job. ``holder`` and ``held_until`` say who runs it now, and until when.

    A run that is held no longer and has not ended is one whose scheduler was killed.
    """

    command = models.CharField(max_length=100, primary_key=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    holder = models.CharField(max_length=100)
    held_until = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    said = models.CharField(max_length=MOST_SAID)

    objects = JobRunQuerySet.as_manager()

    class Meta:
        verbose_name = "run of a job"
        verbose_name_plural = "runs of jobs"
        default_permissions = ()

    def __str__(self) -> str:
        return self.command

    def is_running(self, now: datetime) -> bool:
        return self.held_until is not None and self.held_until > now

    def is_due(self, job: Job, now: datetime) -> bool:
        """Whether the job is to begin now: it never did, it was cut off, it failed, it is time."""
        if self.is_running(now):
            return False
        if self.began_at is None or self.held_until is not None:
            return True
        return self._is_to_be_tried_again(now) or self.began_at <= job.due.latest(now)

    def _is_to_be_tried_again(self, now: datetime) -> bool:
        if not self.failures:
            return False
        pause = min(FIRST_RETRY * 2 ** min(self.failures - 1, 10), LAST_RETRY)
        return self.ended_at <= now - pause

    def claim(self, holder: str, now: datetime) -> bool:
        """Take the job on, unless somebody else has done so since this row was read."""
        unchanged = JobRun.objects.filter(
            command=self.command, began_at=self.began_at, held_until=self.held_until
        )
        self.holder = holder
        return bool(unchanged.update(began_at=now, held_until=now + LEASE, holder=holder))

    def end(self, now: datetime, said: str, has_failed: bool) -> None:
        """Let it go, unless another scheduler has taken it on meanwhile."""
        JobRun.objects.held_by(self.holder).filter(command=self.command).update(
            ended_at=now,
            held_until=None,
            failures=models.F("failures") + 1 if has_failed else 0,
            said=said[-MOST_SAID:],
        )
