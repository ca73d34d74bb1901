"""Write the texts of pages to a file for translators' tools."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import swapper
from django.core.management.base import BaseCommand, CommandError

from mep_site.exchange.formats.registry import FORMATS
from mep_site.exchange.texts.gathering import documents_of
from mep_site.translations.languages import get_language


class Command(BaseCommand):
    """Writes one file for pages that have one language as their source."""

    help = "Writes the texts of pages in one language to a file for translators' tools."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="where to write; its ending is added")
        parser.add_argument("--language", required=True, help="code of the translation's language")
        parser.add_argument("--page", type=int, action="append", default=[], help="id of a page")
        parser.add_argument("--section", type=int, help="id of a page; with all pages below it")
        parser.add_argument("--format", choices=FORMATS, default="xliff12")

    def handle(self, *args: Any, **options: Any) -> None:
        pages = swapper.load_model("wagtailcore", "Page").objects.filter(depth__gt=1)
        if options["section"]:
            above = pages.filter(pk=options["section"]).first()
            if above is None:
                raise CommandError("There is no such page.")
            pages = pages.descendant_of(above, inclusive=True)
        else:
            pages = pages.filter(pk__in=options["page"])
        chosen = FORMATS[options["format"]]
        documents = list(documents_of(pages.order_by("path"), get_language(options["language"])))
        if not documents:
            raise CommandError("None of these pages has a text to translate.")
        for document in documents:
            file = options["file"].with_suffix(chosen.suffix)
            if len(documents) > 1:
                file = file.with_stem(f"{file.stem}-{document.source_language.code}")
            file.write_bytes(chosen.write(document))
            units = sum(len(page.segments) for page in document.pages)
            self.stdout.write(f"{file}: {len(document.pages)} pages, {units} texts.")
