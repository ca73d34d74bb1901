"""Brings text captures of the old site over."""

import logging
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from mep_site.legacy.importing.importer import ImportOutcome, import_file
from mep_site.legacy.importing.reporting import ReportFile, outcome_lines
from mep_site.legacy.reading.refusals import Reason, RefusedCaptureError

# A progress bar for fewer files would be gone before it is read.
MANY_FILES = 10


class Command(BaseCommand):
    """Reads files, or the files in folders, and makes a page or several from each."""

    help = "Imports text captures of the old site; each file comes over whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
        parser.add_argument("--publish", action="store_true", help="publish instead of drafting")
        parser.add_argument(
            "--dry-run", action="store_true", help="do everything, then take it back"
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="write a report as JSON")
        parser.add_argument("--user", metavar="NAME", help="in whose name the drafts are saved")

    def handle(
        self,
        *args: Any,
        paths: list[Path],
        report: Path | None,
        user: str | None,
        **options: Any,
    ) -> None:
        files = list(files_in(paths))
        if not files:
            raise CommandError(_("There are no files at the given paths."))
        chosen = {
            "user": user_named(user),
            "public": options["publish"],
            "dry_run": options["dry_run"],
        }
        results: Counter[bool] = Counter()
        with quiet("wagtail"), ReportFile(report) as entries:
            for file, outcome in self.outcomes(files, chosen):
                entries.add(file, outcome)
                self.say(file, outcome, verbosity=options["verbosity"])
                results[outcome.refusal is None] += 1
        if results[False]:
            raise CommandError(
                ngettext(
                    "%(count)d file was not imported.",
                    "%(count)d files were not imported.",
                    results[False],
                )
                % {"count": results[False]}
            )

    def outcomes(
        self, files: list[Path], chosen: dict[str, Any]
    ) -> Iterator[tuple[Path, ImportOutcome]]:
        """Import one file after another; nothing of a file is kept when the next one comes."""
        hide_bar = len(files) < MANY_FILES or not sys.stderr.isatty()
        for file in tqdm(files, disable=hide_bar, file=sys.stderr):
            try:
                yield file, import_file(file.name, read(file), **chosen)
            except RefusedCaptureError as error:
                yield file, ImportOutcome(refusal=error)

    def say(self, file: Path, outcome: ImportOutcome, *, verbosity: int) -> None:
        """Say what became of a file."""
        if not verbosity:
            return
        text = "\n".join(outcome_lines(file, outcome))
        with tqdm.external_write_mode(file=sys.stderr):
            (self.stderr if outcome.refusal else self.stdout).write(text)


def user_named(name: str | None) -> AbstractBaseUser | None:
    if name is None:
        return None
    user = get_user_model().objects.filter(username=name).first()
    if not user:
        raise CommandError(_("There is no user called “%(name)s”.") % {"name": name})
    return user


@contextmanager
def quiet(logger_name: str) -> Iterator[None]:
    """Keep a logger from repeating, page by page, what the summary says."""
    logger = logging.getLogger(logger_name)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


def files_in(paths: Iterable[Path]) -> Iterable[Path]:
    """The files, and those in the folders in the order of their names, but no hidden ones."""
    for path in paths:
        if path.is_dir():
            found = (each for each in path.rglob("*") if each.is_file())
            yield from sorted(each for each in found if not each.name.startswith("."))
        else:
            yield path


def read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise RefusedCaptureError(Reason.NOT_READABLE, error.strerror or "") from error
