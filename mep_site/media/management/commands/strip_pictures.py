"""Takes metadata out of pictures that were uploaded before this was done with every upload."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mep_site.media.upkeep import strip_pictures


class Command(BaseCommand):
    """Exchanges the files of pictures and portraits; may be interrupted and run again."""

    help = (
        "Take places, serial numbers and all other metadata out of the files of pictures and "
        "portraits, and make those smaller that are larger than an upload is stored today."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        """Name each file that is exchanged, or would be; end with an error if one is faulty."""
        changed = faulty = looked_at = 0
        for outcome in strip_pictures(dry_run=dry_run):
            looked_at += 1
            if outcome.changed:
                changed += 1
                self.stdout.write(outcome.name)
            if outcome.fault:
                faulty += 1
                self.stderr.write(f"{outcome.name} {outcome.fault}")
        done = "would be exchanged" if dry_run else "exchanged"
        self.stdout.write(f"{looked_at} files looked at, {changed} {done}.")
        if faulty:
            raise CommandError(f"{faulty} files are faulty; they are named above.")
