"""Trains the dictionary that browsers share with the site."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from mep_site.pagecache.dictionary import Dictionary, mean_size, train
from mep_site.pagecache.samples import public_pages
from mep_site.pagecache.shelf import Shelf

# Of fewer pages a dictionary would be hardly more than the pages themselves.
FEWEST = 10
# Every browser fetches a new dictionary, which takes as much as some pages do.
WORTH_WHILE = 0.95


class Command(BaseCommand):
    help = "Train the dictionary for compressing pages from the public pages as they are."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--replace",
            action="store_true",
            help="Also if it hardly saves anything, and remove all earlier ones: for when a text "
            "was withdrawn of which nothing may be left.",
        )

    def handle(self, *, replace: bool, **options: Any) -> None:
        pages = public_pages()
        if len(pages) < FEWEST:
            self.stdout.write(f"{len(pages)} public pages: too few for a dictionary.")
            return
        shelf = Shelf(settings.PAGE_DICTIONARIES)
        trained = train(pages)
        if replace or self._is_worth_while(shelf.newest, trained, pages):
            shelf.add(trained)
        if replace:
            shelf.keep(1)

    def _is_worth_while(
        self, newest: Dictionary | None, trained: Dictionary, pages: list[bytes]
    ) -> bool:
        after = mean_size(pages, trained)
        before = mean_size(pages, newest) if newest else None
        self.stdout.write(
            f"{len(pages)} pages take {after:.0f} bytes each with a new dictionary, "
            + (f"{before:.0f} with the last one." if before else "which is the first one.")
        )
        return before is None or after < before * WORTH_WHILE
