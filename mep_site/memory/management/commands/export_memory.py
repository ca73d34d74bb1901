"""Write the memory of a language, or of a part of the site, as TMX."""

from pathlib import Path
from typing import Any

import swapper
from django.core.management.base import BaseCommand, CommandError

from mep_site.memory.models import MemoryPair
from mep_site.memory.tmx import write_tmx
from mep_site.translations.languages import get_language


class Command(BaseCommand):
    help = "Writes pairs of texts as TMX 1.4; those of private pages are left out."

    def add_arguments(self, parser: Any) -> None:
        """Take the file, the language, and the page whose pairs, and those below it, are meant."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", required=True)
        parser.add_argument("--page", type=int, help="the number of a page, with all below it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file, and say how many pairs it holds."""
        pairs = MemoryPair.objects.offered().shown_to(None)
        pairs = pairs.in_language(self._language(options["language"])).with_origin()
        if options["page"]:
            pairs = pairs.of_pages_below(self._path(options["page"]))
        with options["file"].open("wb") as file:
            written = write_tmx(file, pairs.order_by("pk").iterator(chunk_size=500))
        self.stdout.write(f"{written} pairs were written to {options['file']}.")

    def _language(self, code: str) -> Any:
        try:
            return get_language(code)
        except LookupError as error:
            raise CommandError(str(error)) from error

    def _path(self, number: int) -> str:
        pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk=number)
        path = pages.values_list("path", flat=True).first()
        if path is None:
            raise CommandError(f"There is no page {number}.")
        return path
