"""Write the texts of pages to a file for translators' tools."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import swapper
from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from mep_site.exchange.exporting import (
    EXPORTS,
    NothingToExportError,
    export,
    in_section,
    record,
)
from mep_site.translations.languages import get_language, languages


class Command(BaseCommand):
    """Writes one file; its ending is that of the format."""

    help = "Writes the texts of pages in one language to a file for translators' tools."

    def add_arguments(self, parser: ArgumentParser) -> None:
        codes = [language.code for language in languages()]
        parser.add_argument("file", type=Path, help="where to write; its ending is added")
        parser.add_argument("--language", required=True, choices=codes, help="of the translation")
        parser.add_argument("--page", type=int, action="append", default=[], help="id of a page")
        parser.add_argument("--section", type=int, help="id of a page; with all pages below it")
        parser.add_argument("--format", choices=EXPORTS, default=next(iter(EXPORTS)))

    def handle(self, *args: Any, **options: Any) -> None:
        language, chosen = get_language(options["language"]), options["format"]
        try:
            exported = export(self._pages(options), language, chosen)
        except NothingToExportError as reason:
            raise CommandError(str(reason)) from reason
        file: Path = options["file"].with_suffix(Path(exported.name).suffix)
        file.write_bytes(exported.content)
        record(exported, language, chosen, None)
        self.stdout.write(f"{file}: {exported.pages} pages, {exported.texts} texts.")

    def _pages(self, options: dict[str, Any]) -> QuerySet:
        pages = swapper.load_model("wagtailcore", "Page").objects.filter(depth__gt=1)
        if not options["section"]:
            return pages.filter(pk__in=options["page"]).order_by("path")
        above = pages.filter(pk=options["section"]).first()
        if above is None:
            raise CommandError(f"There is no page {options['section']}.")
        return in_section(pages, above)
