"""Check that editions agree with their pages, and mend them."""

from typing import Any

import swapper
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from mep_site.translations.models import Edition
from mep_site.translations.publishing.going_live import lock_page


class Command(BaseCommand):
    """Compares state and freshness of every edition with the page as it is stored.

    Only what changed a page past the models, such as SQL by hand, leaves anything to find.
    """

    help = "Checks that editions agree with their pages; --mend corrects those that do not."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--mend", action="store_true", help="Correct what does not agree.")

    def handle(self, *args: Any, **options: Any) -> None:
        """List what does not agree; an error if there is any and it is not mended."""
        pages = swapper.load_model("wagtailcore", "Page").objects.filter(depth__gt=1)
        found = 0
        for page in pages.order_by("path").iterator(chunk_size=100):
            found += self._check(page, options["mend"])
        if found and not options["mend"]:
            raise CommandError(f"{found} editions do not agree with their pages. Run with --mend.")
        self.stdout.write(f"{found} editions mended." if found else "All editions agree.")

    def _check(self, page: Any, mend: bool) -> int:
        with transaction.atomic():
            changed = Edition.objects.refresh_from_page(lock_page(page))
            for edition in changed:
                self.stdout.write(f"{page.url_path} ({edition.language})")
            if not mend:
                transaction.set_rollback(True)
        return len(changed)
