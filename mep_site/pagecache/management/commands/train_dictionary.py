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
        if self._is_worth_while(shelf.newest, trained, pages) or replace:
            shelf.add(trained)
            self.stdout.write(f"Now in use: {trained.name}")
        if replace:
            shelf.keep(1)

    def _is_worth_while(
        self, newest: Dictionary | None, trained: Dictionary, pages: list[bytes]
    ) -> bool:
        after = mean_size(pages, trained)
        self.stdout.write(f"{len(pages)} pages take {after:.0f} bytes each with a new dictionary.")
        if newest is None:
            return True
        before = mean_size(pages, newest)
        self.stdout.write(f"With the last one they take {before:.0f}.")
        return after < before * WORTH_WHILE
