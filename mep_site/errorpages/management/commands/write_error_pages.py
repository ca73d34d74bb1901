"""Write the pages that the web server in front shows by itself."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from mep_site.errorpages.writing import write_error_pages


class Command(BaseCommand):
    """Writes pages for each status that nginx answers with, in all languages of the site."""

    help = "Writes the pages that the web server in front shows while it cannot reach the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the folder."""
        parser.add_argument("folder", type=Path, help="Where to write; made if there is none.")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Write them, and say how many."""
        self.stdout.write(f"{write_error_pages(folder)} pages written to {folder}.")
