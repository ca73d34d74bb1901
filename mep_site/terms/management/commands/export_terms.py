"""Write the base of terms to a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mep_site.terms.files.formats import TERM_FORMATS
from mep_site.terms.files.listing import listed_terms


class Command(BaseCommand):
    """Writes all terms of the base as CSV or TBX."""

    help = "Writes all terms of the base as CSV or TBX, by the ending of the file's name."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path, help="Such as terms.csv or terms.tbx.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write; an error if the name has another ending."""
        file = options["file"]
        terms = listed_terms()
        try:
            written = TERM_FORMATS[file.suffix.removeprefix(".")].write(terms)
        except KeyError as error:
            raise CommandError("The name must end in .csv or .tbx.") from error
        file.write_bytes(written)
        self.stdout.write(f"{len(terms)} terms written.")
