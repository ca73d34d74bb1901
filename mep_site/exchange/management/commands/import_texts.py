"""Take in the texts of a file that came back from translators' tools, as drafts."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mep_site.exchange.formats.intake import read_file
from mep_site.exchange.importing.applying import apply_page
from mep_site.exchange.importing.merging import Outcome
from mep_site.exchange.importing.planning import PlannedPage, all_told, plan
from mep_site.exchange.texts.returned import UnreadableError


class Command(BaseCommand):
    """Saves drafts, and never over what was changed here since the file went out."""

    help = "Takes in the texts of a file that came back, as drafts. Nothing is published."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        planned = self._planned(file)
        for page in planned:
            self._tell(page)
            if not (options["dry_run"] or page.refusal):
                apply_page(page.returned, page.language, None, (), file_name=file.name)
        counts = all_told(planned)
        self.stdout.write(", ".join(f"{each.label}: {counts[each]}" for each in Outcome))

    def _planned(self, file: Path) -> list[PlannedPage]:
        try:
            documents = read_file(file.read_bytes())
            return [page for each in documents for page in plan(each, None)]
        except (OSError, UnreadableError) as reason:
            raise CommandError(str(reason)) from reason

    def _tell(self, page: PlannedPage) -> None:
        self.stdout.write(f"{page.returned.page_id} {page.name}: {page.refusal or len(page.told)}")
        for unit in page.told:
            self.stdout.write(f"  {unit.unit}: {unit.outcome.label} {unit.fault}".rstrip())
