"""Make an archive of the whole site."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mep_site.backups.errors import BackupError
from mep_site.backups.folder import archives, backup_folder, is_of_today, new_archive, remove_old
from mep_site.backups.making import STANDARD_OUTPUT, make_archive
from mep_site.backups.models import BackupRun


class Command(BaseCommand):
    """One archive is made for whoever asks, or one a day in the folder that is kept in order."""

    help = "Writes the database and all uploads into one file, while the site runs."

    def add_arguments(self, parser: CommandParser) -> None:
        place = parser.add_mutually_exclusive_group(required=True)
        place.add_argument(
            "file", type=Path, nargs="?", help="the archive to write; - for standard output"
        )
        place.add_argument(
            "--daily",
            action="store_true",
            help="Write today's into BACKUP_FOLDER, if it is not there, and remove old ones.",
        )

    def handle(self, *, file: Path | None, daily: bool, **options: Any) -> None:
        """Write it, and say what is in it; an error if it could not be written."""
        try:
            if file:
                self._make(file)
            else:
                self._make_todays()
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error

    def _make(self, file: Path) -> None:
        with BackupRun.remembered(BackupRun.Kind.BACKUP, file.name) as run:
            made = make_archive(file)
            run.data_at, run.report = made.taken_at, made.summary()
        # Standard output may be the archive.
        (self.stderr if file == STANDARD_OUTPUT else self.stdout).write(f"{file}: {run.report}")

    def _make_todays(self) -> None:
        with backup_folder() as folder:
            if any(map(is_of_today, archives(folder))):
                self.stdout.write("Today's backup is there.")
                return
            self._make(new_archive(folder))
            for old in remove_old(folder):
                self.stdout.write(f"Removed, as the rule says: {old.name}")
