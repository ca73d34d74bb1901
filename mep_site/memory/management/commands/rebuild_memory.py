"""Remember everything that is public, once after the memory was installed or damaged."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from mep_site.memory.remembering.rebuilding import pages_to_remember, rebuild_memory


class Command(BaseCommand):
    help = "Fills the translation memory from what is public; can be run again at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remember, and say how many pairs were wrong or missing."""
        quiet = options["verbosity"] == 0
        with tqdm(
            total=pages_to_remember().count(), unit="", disable=quiet, file=self.stderr
        ) as bar:
            changed = rebuild_memory(bar.update)
        self.stdout.write(
            f"{changed} pairs were wrong or missing; they are right now."
            if changed
            else "There was nothing to do: every pair was right."
        )
