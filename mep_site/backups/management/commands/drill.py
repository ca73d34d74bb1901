"""Restore a backup beside the running site, and compare the two."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mep_site.backups.drilling.drill import run_drill
from mep_site.backups.errors import BackupError
from mep_site.backups.folder import archives, backup_folder
from mep_site.backups.models import BackupRun


class Command(BaseCommand):
    """The running site is only read; what is made for the drill is removed when it ends."""

    help = "Restores the newest backup beside the running site, and compares every page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, nargs="?", help="an archive; by default the newest in BACKUP_FOLDER"
        )

    def handle(self, *, file: Path | None, **options: Any) -> None:
        """Say how old the data are, how long it took, and what differs; an error for a fault."""
        try:
            with backup_folder() as folder:
                self._try(file or self._newest(folder), folder)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error

    def _newest(self, folder: Path) -> Path:
        newest = next(iter(archives(folder).values()), None)
        if newest is None:
            raise CommandError(f"There is none in {folder}. Make one: manage.py backup --daily")
        return newest

    def _try(self, file: Path, folder: Path) -> None:
        with BackupRun.remembered(BackupRun.Kind.DRILL, file.name) as run:
            result = run_drill(file, folder)
            run.data_at = result.description.taken_at
            run.report = "\n".join(result.lines())
            self.stdout.write(run.report)
            if result.faults:
                raise CommandError(f"{len(result.faults)} faults: {file} is not this site.")
