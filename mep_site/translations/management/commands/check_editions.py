"""Check that editions agree with their pages, and mend them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import swapper
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from mep_site.translations.content.content import Content
from mep_site.translations.content.rows import load_rows
from mep_site.translations.languages import languages
from mep_site.translations.models import Edition, TranslatedPage
from mep_site.translations.models.authoritative import ChangesOfPage
from mep_site.translations.models.edition_queries import newest_content
from mep_site.translations.publishing.going_live import lock_page

BATCH = 100


class Command(BaseCommand):
    """Compares state and freshness of every edition with the page as it is stored.

    Only what changed a page past the models, such as SQL by hand, leaves anything to find.
    """

    help = "Checks that editions agree with their pages; --mend corrects those that do not."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--mend", action="store_true", help="Correct what does not agree.")

    def handle(self, *args: Any, **options: Any) -> None:
        """List what does not agree; an error if there is any and it is not mended."""
        found = sum(self._check(page, options["mend"]) for page in _suspicious())
        if found and not options["mend"]:
            raise CommandError(f"{found} editions do not agree with their pages. Run with --mend.")
        self.stdout.write(f"{found} editions mended." if found else "All editions agree.")

    def _check(self, page: TranslatedPage, mend: bool) -> int:
        """How many editions of a page do not agree with it, now that nobody else can change it."""
        with transaction.atomic():
            changed = Edition.objects.refresh_from_page(lock_page(page))
            for edition in changed:
                self.stdout.write(f"{page.url_path} ({edition.language})")
            if not mend:
                transaction.set_rollback(True)
        return len(changed)


def _suspicious() -> Iterator[TranslatedPage]:
    """The pages with which editions did not seem to agree; many at once are read without a lock."""
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(depth__gt=1)
    remaining = pages.order_by("path").specific().iterator(chunk_size=BATCH)
    while batch := list(islice(remaining, BATCH)):
        stored = _editions_of(batch)
        for page in batch:
            content, editions = Content.of(page), stored[page.pk]
            newest, changes = newest_content(page, content, editions), ChangesOfPage(editions[0])
            if any(each.refresh_from_page(page, content, newest, changes) for each in editions):
                yield page


def _editions_of(pages: Sequence[TranslatedPage]) -> dict[int, list[Edition]]:
    """The editions of these pages, whose rows are loaded too; those that lack are not stored."""
    by_type: dict[type[TranslatedPage], list[TranslatedPage]] = defaultdict(list)
    for page in pages:
        by_type[type(page)].append(page)
    for group in by_type.values():
        load_rows(*group)
    found = {
        page.pk: {each.code: Edition(page_id=page.pk, language=each.code) for each in languages()}
        for page in pages
    }
    for edition in Edition.objects.filter(page_id__in=found):
        found[edition.page_id][edition.language] = edition
    return {key: list(editions.values()) for key, editions in found.items()}
