"""What was done about backups, for whoever watches the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone

REMEMBERED = timedelta(days=400)


class BackupRunQuerySet(models.QuerySet):
    def latest_of(self, kind: str) -> "BackupRun | None":
        """The last one of a kind that went well; ``None`` if none ever did."""
        return self.filter(kind=kind, succeeded=True).order_by("-began_at").first()


class BackupRun(models.Model):
    """A backup, restore or drill; ``ended_at`` is missing while it runs, and where it was killed.

    ``data_at`` is of when the data are that it was about, ``report`` what was found, in English as
    all that operators are told.
    """

    class Kind(models.TextChoices):
        BACKUP = "backup"
        RESTORE = "restore"
        DRILL = "drill"

    kind = models.CharField(max_length=7, choices=Kind)
    archive = models.CharField(max_length=255)
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    data_at = models.DateTimeField(null=True)
    succeeded = models.BooleanField(default=False)
    report = models.TextField(blank=True)

    objects = BackupRunQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "began_at"], name="backups_run_of_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.began_at:%Y-%m-%d %H:%M}"

    @classmethod
    @contextmanager
    def remembered(cls, kind: str, archive: str) -> Iterator[Self]:
        """Remember a run, whether it ends well or not; the caller says what came of it."""
        cls.objects.filter(began_at__lt=timezone.now() - REMEMBERED).delete()
        run = cls.objects.create(kind=kind, archive=archive)
        try:
            yield run
        except Exception as error:
            run.end(succeeded=False, report=f"{run.report}\n{error}".strip())
            raise
        run.end(succeeded=True, report=run.report)

    def end(self, *, succeeded: bool, report: str) -> None:
        """Say how it went."""
        self.ended_at, self.succeeded, self.report = timezone.now(), succeeded, report
        self.save()
