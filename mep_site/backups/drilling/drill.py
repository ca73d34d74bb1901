"""Restores an archive beside the running site, compares the two, and leaves nothing behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic

from django.core.files.storage import FileSystemStorage
from django.utils import timezone

from mep_site.media.storage.listing import names_in_rows

from ..archive.bag import BagReader
from ..archive.description import Description
from ..beside import SecondSite
from ..errors import SecondSiteError
from ..folder import working_folder
from ..restoring import checked, database_beside
from ..uploads import add_missing, uploads_that_differ, whole_uploads
from .answers import PublicAnswer, public_answers
from .changes import recorded_since
from .comparing import compare_answers


@dataclass(frozen=True)
class DrillResult:
    """How old the data were, how long restoring took, and what was found.

    The first is what a loss of the site at the beginning of the drill would have lost (RPO), the
    second how long it takes until the site could be served again (RTO), without what people do.
    """

    description: Description
    age: timedelta
    duration: timedelta
    equal: int
    changed: list[str]
    faults: list[str]

    def lines(self) -> Iterator[str]:
        """What an operator is told."""
        yield self.description.summary()
        yield f"Its data are {self.age} old (RPO); restoring took {self.duration} (RTO)."
        yield f"{self.equal} answers are the same, {len(self.changed)} were changed since."
        yield from (f"Changed since: {path}" for path in self.changed)
        yield from (f"FAULT: {fault}" for fault in self.faults)


def run_drill(file: Path, folder: Path) -> DrillResult:
    """Try an archive, with room in a folder; ``BackupError`` or ``OSError`` if nothing comes of it.

    The site of this process is only read.
    """
    began, clock = timezone.now(), monotonic()
    with (
        checked(file) as (archive, description),
        working_folder(folder) as uploads,
        database_beside(archive, description, "drill", folder) as database,
    ):
        site = SecondSite(database, uploads)
        site.runs("migrate", "--noinput", "--verbosity=0")
        add_missing(archive, FileSystemStorage(uploads))
        duration = timedelta(seconds=round(monotonic() - clock))
        restored = [PublicAnswer.read(line) for line in site.lines("fingerprint_pages")]
        running = list(public_answers())
        # Last, so that what was changed meanwhile is known too.
        compared = compare_answers(restored, running, recorded_since(description.taken_at))
        return DrillResult(
            description=description,
            age=timedelta(seconds=round((began - description.taken_at).total_seconds())),
            duration=duration,
            equal=compared.equal,
            changed=compared.changed,
            faults=[*compared.faults, *_faults_of_uploads(archive, site)],
        )


def _faults_of_uploads(archive: BagReader, site: SecondSite) -> Iterator[str]:
    try:
        site.runs("check_uploads")
    except SecondSiteError as error:
        yield from (f"in the archive {line}" for line in error.written if ": " in line)
    gone = names_in_rows().keys() - set(whole_uploads())
    yield from (f"{name} is named by the running site, and not there" for name in sorted(gone))
    differing = uploads_that_differ(archive)
    yield from (f"{name} is not the file that was backed up" for name in differing)
