"""Index everything anew, while the search goes on."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from mep_site.search.index import rebuilding


class Command(BaseCommand):
    """What ``update_index`` does, with a progress bar, and able to go on after an interruption."""

    help = "Indexes everything for the search; goes on where an interrupted run stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        """Index, and say how many entries were wrong or missing."""
        quiet = options["verbosity"] == 0
        with tqdm(total=rebuilding.count(), unit="", disable=quiet, file=self.stderr) as bar:
            changed = rebuilding.rebuild(bar.update)
        self.stdout.write(f"{changed} entries were wrong or missing.")
