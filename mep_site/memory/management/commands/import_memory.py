"""Add the pairs of a TMX file to the memory."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from mep_site.memory.models import MemoryPair
from mep_site.memory.tmx.importing import keep_file
from mep_site.memory.tmx.reading import LARGEST, RefusedTmxError
from mep_site.translations.languages import get_language


class Command(BaseCommand):
    help = "Adds the pairs of a TMX file to the memory; all of them can be removed together."

    def add_arguments(self, parser: Any) -> None:
        """Take the file and the language of its translations."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Add what is new, and say what was known or refused."""
        path: Path = options["file"]
        try:
            language = get_language(options["language"])
            with path.open("rb") as file, transaction.atomic():
                kept = keep_file(path.name, file.read(LARGEST + 1), language, None)
                kept.add()
        except (OSError, LookupError, RefusedTmxError) as refusal:
            raise CommandError(str(refusal)) from refusal
        added = MemoryPair.objects.filter(sheet__batch=kept).count()
        self.stdout.write(
            f"{added} pairs were added, {kept.known} were known before, "
            f"{kept.refused_units} units cannot be used."
        )
        for number, reason in kept.reasons:
            self.stdout.write(f"Unit {number}: {reason}")
