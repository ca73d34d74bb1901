"""Store what pages and revisions say in fewer bytes; see ``translations.content.compacting``."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from ...content.compacting import store_anew


class Command(BaseCommand):
    help = (
        "Store the texts of pages and revisions anew, in as few bytes as it takes. Nothing that "
        "they say changes. Needed once, after an upgrade from a version that stored them longer; "
        "the site can be used meanwhile, and an interruption does no harm."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(unit="", disable=None, desc="compacting") as progress:
            store_anew(progress.update)
