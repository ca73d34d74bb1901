"""Compares the files of uploads with the rows that name them."""

from datetime import timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mep_site.media.storage.listing import names_in_rows, stored_names

# Younger ones may be about to be named by a row.
UNDER_WAY = timedelta(hours=1)


class Command(BaseCommand):
    """Names files without a row, which a process that was killed has left, and rows without one."""

    help = "Name files of uploads that no row knows, and rows whose file is not there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--mend", action="store_true", help="delete the files that no row knows"
        )

    def handle(self, *args: Any, mend: bool, **options: Any) -> None:
        """End with an error if anything does not agree that has not been deleted."""
        # Files first: what comes meanwhile has a row when rows are read.
        stored = list(stored_names())
        named = names_in_rows()
        strange = [name for name in stored if name not in named and _is_settled(name)]
        for name in strange:
            self.stdout.write(f"{name}: no row names it")
            if mend:
                default_storage.delete(name)
        missing = sorted(named.keys() - set(stored))
        missing = [name for name in missing if not default_storage.exists(name)]
        for name in missing:
            self.stdout.write(f"{name}: the file of {named[name]} is not there")
        left = len(missing) + (0 if mend else len(strange))
        self.stdout.write(f"{len(stored)} files, {len(named)} named by rows.")
        if left:
            raise CommandError(f"{left} do not agree; they are named above.")


def _is_settled(name: str) -> bool:
    try:
        return default_storage.get_modified_time(name) < timezone.now() - UNDER_WAY
    except FileNotFoundError:
        return False
