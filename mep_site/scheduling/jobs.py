"""What runs by the clock: this list, and nothing else.

Each job is a management command that does no harm when it runs late, twice, or twice at once, and
that goes on where an earlier run stopped. One that has failed is tried again after five minutes,
then after ten, twenty and so on up to an hour, until it succeeds.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

from mep_site.visitors.mail import can_send_mail

from .times import At, Every


@dataclass(frozen=True)
class Job:
    """A management command, when it is due, and how long it may take before it counts as hanging.

    ``is_wanted`` says whether the site, as it is set up, has anything for it to do.
    """

    command: str
    due: Every | At
    limit: timedelta = timedelta(minutes=15)
    arguments: tuple[str, ...] = ()
    is_wanted: Callable[[], bool] = lambda: True

    @property
    def is_nightly(self) -> bool:
        """Whether it has a time of day, and may wait for others that have one."""
        return isinstance(self.due, At)

    @property
    def command_line(self) -> list[str]:
        """What is started: the command in a process of its own, as an operator would start it."""
        manage = str(settings.BASE_DIR / "manage.py")
        return [sys.executable, manage, self.command, *self.arguments]


def _has_page_cache() -> bool:
    return bool(settings.PAGE_CACHE_BYTES)


def _has_backup() -> bool:
    return any(Path(settings.BACKUP_FOLDER).glob("*.tar"))


def _is_on_postgresql() -> bool:
    return connection.vendor == "postgresql"


JOBS = (
    # What people wait for.
    Job("publish_scheduled", Every(timedelta(minutes=1))),
    Job("send_subscriptions", Every(timedelta(minutes=5)), is_wanted=can_send_mail),
    Job("send_digests", Every(timedelta(minutes=5)), is_wanted=can_send_mail),
    # What is forgotten: the page on privacy promises it.
    Job("forget_reporters", At(time(2, 10))),
    Job("clearsessions", At(time(2, 20))),
    # One a day is made, whenever that is, and the newest is tried once a week.
    Job("backup", At(time(1, 30)), timedelta(hours=3), arguments=("--daily",)),
    Job("drill", At(time(5, 10), days=7), timedelta(hours=6), is_wanted=_has_backup),
    # What is looked at every night. Nothing is mended: who is told of a fault decides.
    Job("verify_log", At(time(2, 30)), timedelta(hours=1)),
    Job("check_editions", At(time(2, 40)), timedelta(hours=1)),
    Job("check_uploads", At(time(3)), timedelta(hours=1)),
    Job("check_search_index", At(time(3, 10)), timedelta(hours=1)),
    # Upkeep.
    Job(
        "rebuild_search_index",
        # It counts there how frequent each word is.
        At(time(3, 40), days=30),
        timedelta(hours=6),
        is_wanted=_is_on_postgresql,
    ),
    Job("train_dictionary", At(time(4, 40), days=7), is_wanted=_has_page_cache),
)


def wanted_jobs() -> list[Job]:
    """The jobs that this site has work for."""
    return [job for job in JOBS if job.is_wanted()]
