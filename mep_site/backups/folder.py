"""The folder of the daily archives: which is the newest, which are kept, who works in it.

The rule is that of grandfather, father and son: the newest of each of the last days, weeks and
months that have one. A day begins and ends in the time zone of the site.
"""

import fcntl
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.utils import timezone

from .errors import BackupError
from .making import UNFINISHED

DAILY = "site"
WORKING = ".working-"
NAME = re.compile(rf"{DAILY}-(\d{{8}}T\d{{6}}Z)\.tar")
STAMP = "%Y%m%dT%H%M%SZ"
DAYS, WEEKS, MONTHS = 7, 5, 12
PERIODS: tuple[tuple[int, Callable[[datetime], Any]], ...] = (
    (DAYS, lambda local: local.date()),
    (WEEKS, lambda local: local.isocalendar()[:2]),
    (MONTHS, lambda local: (local.year, local.month)),
)


class BusyError(BackupError):
    """Another process makes, restores or tries a backup."""


@contextmanager
def backup_folder() -> Iterator[Path]:
    """``BACKUP_FOLDER``, for this process alone; ``BusyError`` where another one works in it.

    What a process that was killed has left unfinished is removed.
    """
    folder = Path(settings.BACKUP_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError("Another process makes, restores or tries a backup.") from error
        for left in folder.glob(f"*{UNFINISHED}"):
            left.unlink()
        for left in folder.glob(f"{WORKING}*"):
            rmtree(left)
        yield folder


@contextmanager
def working_folder(folder: Path) -> Iterator[Path]:
    """A place below the folder for what is large and soon gone; nobody else can read it."""
    with TemporaryDirectory(prefix=WORKING, dir=folder) as name:
        yield Path(name)


def archives(folder: Path) -> dict[datetime, Path]:
    """The archives of a folder by the moment, in UTC, of which they are; the newest first."""
    matches = ((NAME.fullmatch(file.name), file) for file in folder.iterdir())
    found = {_moment(match[1]): file for match, file in matches if match}
    return dict(sorted(found.items(), reverse=True))


def new_archive(folder: Path, prefix: str = DAILY) -> Path:
    """Where the archive of this moment belongs; with another prefix none that the rule removes."""
    return folder / f"{prefix}-{timezone.now().astimezone(UTC):{STAMP}}.tar"


def is_of_today(moment: datetime) -> bool:
    return timezone.localdate(moment) == timezone.localdate()


def remove_old(folder: Path) -> list[Path]:
    """Remove the archives that the rule does not keep, and return what they were called."""
    found = archives(folder)
    old = [file for moment, file in found.items() if moment not in kept(found)]
    for file in old:
        file.unlink()
    return old


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Those of these moments whose archives the rule keeps."""
    newest_first = sorted(moments, reverse=True)
    chosen: set[datetime] = set()
    for number, period_of in PERIODS:
        newest: dict[Any, datetime] = {}
        for moment in newest_first:
            newest.setdefault(period_of(timezone.localtime(moment)), moment)
        chosen.update(list(newest.values())[:number])
    return chosen


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
