"""Check that the index of the search agrees with the pages, and mend it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Model

from mep_site.search.index.frequencies import count_again
from mep_site.search.index.rebuilding import (
    chunks_of,
    indexed_models,
    objects_of,
    remove_stale_entries,
    stale_entries,
)
from mep_site.search.index.soundness import count_outdated, faults, missing_parts
from mep_site.search.index.writing import disagreements, write
from mep_site.search.models import Entry


class Command(BaseCommand):
    """Compares every entry with the object that it is of.

    Only what changed an object past the models, or a new version of the analysis, leaves anything
    to find.
    """

    help = "Checks that the search index agrees with the pages; --mend corrects what does not."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--mend", action="store_true", help="Correct what does not agree.")

    def handle(self, *args: Any, **options: Any) -> None:
        """List what does not agree; an error if there is any and it is not mended.

        Of an index that is wrong as a whole no entry is listed.
        """
        if missing_parts() or (count_outdated() and not options["mend"]):
            raise CommandError("\n".join(faults()))
        found = sum(self._check(model, options["mend"]) for model in indexed_models())
        for entries in stale_entries():
            for entry in entries:
                self._report(entry, "belongs to nothing")
                found += 1
        if found and not options["mend"]:
            raise CommandError(f"{found} entries do not agree with their pages. Run with --mend.")
        if options["mend"]:
            remove_stale_entries()
            count_again()
        self.stdout.write(f"{found} entries mended." if found else "The index agrees.")

    def _check(self, model: type[Model], mend: bool) -> int:
        found = 0
        for instances in chunks_of(objects_of(model)):
            wrong = disagreements(instances)
            for entry in wrong:
                self._report(entry, "does not agree")
            if wrong and mend:
                write(instances)
            found += len(wrong)
        return found

    def _report(self, entry: Entry, fault: str) -> None:
        place = f"{entry.content_type} {entry.object_id} {entry.language or '-'} {entry.part}"
        self.stdout.write(f"{place}: {fault}")
