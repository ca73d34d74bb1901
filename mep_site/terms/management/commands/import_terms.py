"""Take terms over from a CSV or TBX file, or those that come with the site."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mep_site.terms.files.comparing import ImportPlan, plan_import
from mep_site.terms.files.listed import ListedTerm, RefusedFileError
from mep_site.terms.files.opening import open_terms
from mep_site.terms.files.taking_over import take_over
from mep_site.terms.standard import standard_list


class Command(BaseCommand):
    """Says what a file changes in the base of terms, and changes it in one transaction."""

    help = "Takes terms over from a CSV or TBX file; terms that it does not name stay."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="A CSV or TBX file.")
        parser.add_argument(
            "--standard", action="store_true", help="Take the terms that come with the site."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Only say what would be changed."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Take over; an error if the file cannot be read or some of its terms are refused."""
        if bool(options["file"]) == options["standard"]:
            raise CommandError("Name a file, or say --standard.")
        terms, refused = self._open(options["file"])
        plan = plan_import(terms) if options["dry_run"] else take_over(terms)
        self._tell(plan)
        if refused:
            raise CommandError("These terms were refused:\n" + "\n".join(refused))

    def _open(self, file: Path | None) -> tuple[list[ListedTerm], list[str]]:
        if file is None:
            return list(standard_list()), []
        try:
            return open_terms(file.read_bytes())
        except OSError as error:
            raise CommandError(f"The file cannot be read: {error.strerror}") from error
        except RefusedFileError as error:
            raise CommandError(str(error)) from error

    def _tell(self, plan: ImportPlan) -> None:
        for change in plan.changes:
            self.stdout.write(f"{'+' if change.is_new else '~'} {change.term.chinese}")
            for each in change.differences:
                self.stdout.write(f"    {each.label}: {each.before or '–'} → {each.after or '–'}")
        self.stdout.write(
            f"{len(plan.added)} terms added, {len(plan.changed)} changed, "
            f"{plan.unchanged} as they were."
        )
