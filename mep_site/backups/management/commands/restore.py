"""Put an archive in force."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mep_site.backups.errors import BackupError
from mep_site.backups.restoring import checked, restore


class Command(BaseCommand):
    help = "Makes this site the one of an archive, database and uploads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="what `backup` has written")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="Also where there is a site, of which an archive is made before in BACKUP_FOLDER.",
        )
        parser.add_argument(
            "--discard", action="store_true", help="Make no archive of what is replaced."
        )
        parser.add_argument("--check", action="store_true", help="Only read and check the archive.")

    def handle(
        self, *, file: Path, replace: bool, discard: bool, check: bool, **options: Any
    ) -> None:
        """Restore, and say each step; the first thing that is wrong ends it."""
        try:
            if check:
                with checked(file) as (_, description):
                    self.stdout.write(f"The archive is whole. {description.summary()}")
            else:
                restore(file, self.stdout.write, may_replace=replace, keeps_old=not discard)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
