"""Index everything anew, while the search goes on."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from mep_site.search.index import rebuilding
from mep_site.search.index.soundness import count_outdated, missing_parts
from mep_site.search.models import IndexRun


class Command(BaseCommand):
    """What ``update_index`` does, with a progress bar, and able to go on after an interruption."""

    help = "Indexes everything for the search; goes on where an interrupted run stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        """Index, and say how many entries were wrong or missing."""
        self._say_what_begins()
        quiet = options["verbosity"] == 0
        with tqdm(total=rebuilding.count(), unit="", disable=quiet, file=self.stderr) as bar:
            try:
                changed = rebuilding.rebuild(bar.update)
            except KeyboardInterrupt as interruption:
                raise CommandError(
                    "The indexing was interrupted. Run the command again: it goes on from there."
                ) from interruption
        self.stdout.write(
            f"{changed} entries were wrong or missing; they are right now."
            if changed
            else "There was nothing to do: every entry was right."
        )

    def _say_what_begins(self) -> None:
        if missing := missing_parts():
            raise CommandError(
                f"The database lacks {', '.join(missing)}: what is indexed would not be found. "
                "docs/operations.md says how to bring that back."
            )
        if run := IndexRun.objects.interrupted():
            self.stdout.write(
                f"Going on with the indexing of {run.started_at:%Y-%m-%d %H:%M} UTC, which stopped "
                f"at {run.model or 'its beginning'}."
            )
        if outdated := count_outdated():
            self.stdout.write(f"{outdated} entries were made by another version of the analysis.")
