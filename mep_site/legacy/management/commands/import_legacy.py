"""Brings text captures of the old site over."""

import logging
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from mep_site.legacy.importing.captures import import_capture
from mep_site.legacy.refusals import Reason, RefusedCaptureError
from mep_site.legacy.reporting import anomaly_line, outcome_lines, refusal_line

# A progress bar for fewer files would be gone before it is read.
MANY_FILES = 10


class Command(BaseCommand):
    """Reads files, or the files in folders, and makes a page or several from each."""

    help = "Imports text captures of the old site; each file comes over whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
        parser.add_argument("--publish", action="store_true", help="publish instead of drafting")

    def handle(self, *args: Any, paths: list[Path], publish: bool, **options: Any) -> None:
        files = list(files_in(paths))
        if not files:
            raise CommandError(_("There are no files at the given paths."))
        hide_bar = len(files) < MANY_FILES or not sys.stderr.isatty()
        failures = 0
        with quiet("wagtail"):
            for file in tqdm(files, disable=hide_bar, file=sys.stderr):
                failures += not self.import_file(file, publish=publish)
        if failures:
            raise CommandError(
                ngettext(
                    "%(count)d file was not imported.",
                    "%(count)d files were not imported.",
                    failures,
                )
                % {"count": failures}
            )

    def import_file(self, file: Path, *, publish: bool) -> bool:
        """Import one file and say what became of it; whether that went well."""
        try:
            outcome = import_capture(file.name, read(file), publish=publish)
        except RefusedCaptureError as refusal:
            with tqdm.external_write_mode(file=sys.stderr):
                self.stderr.write(refusal_line(str(file), refusal))
            return False
        with tqdm.external_write_mode(file=sys.stderr):
            self.stdout.write("\n".join(outcome_lines(str(file), outcome)))
            for anomaly in outcome.anomalies:
                self.stdout.write(self.style.WARNING(anomaly_line(anomaly)))
        return True


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
    """The files that the paths name; those of a folder by name, without hidden ones."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            if file.is_file() and not hidden:
                yield file


def read(file: Path) -> bytes:
    """The bytes of a file."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise RefusedCaptureError(Reason.NOT_READABLE, error.strerror or str(error)) from error
