"""Writes a table of what the importer found in files and what a person found in them."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from mep_site.benchmarks.legacy.measuring import Measure, is_right, measure_file
from mep_site.legacy.management.commands.import_legacy import files_in

BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
HEAD = (
    "| file | kind | title | parent | sections | list items | pairs | coverage, overlap "
    "| lost | invented | without a field | anomalies |"
)
RIGHT, WRONG = "✓", "✗"


class Command(BaseCommand):
    """Parses files, counts, and compares with what is written down beside them."""

    help = "Measures the importer and writes the table into a document."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
        parser.add_argument("--expectations", type=Path, required=True, metavar="JSON")
        parser.add_argument("--table", type=Path, metavar="MARKDOWN", help="document to write to")

    def handle(
        self,
        *args: Any,
        paths: list[Path],
        expectations: Path,
        table: Path | None,
        **options: Any,
    ) -> None:
        expected = json.loads(expectations.read_text(encoding="utf-8"))
        measures = [measure_file(file) for file in files_in(paths)]
        lines = "\n".join(table_of(measures, expected))
        if table:
            write_between(table, lines)
        else:
            self.stdout.write(lines)


def write_between(document: Path, lines: str) -> None:
    """Put the table between its marks."""
    text = document.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise CommandError(
            _("%(file)s has no place for the table; it needs the lines %(begin)s and %(end)s.")
            % {"file": document, "begin": BEGIN, "end": END}
        )
    before, _rest = text.split(BEGIN, 1)
    after = text.split(END, 1)[1]
    document.write_text(f"{before}{BEGIN}\n{lines}\n{END}{after}", encoding="utf-8")


def table_of(measures: list[Measure], expected: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The table in Markdown, with a line of sums."""
    yield HEAD
    yield "| --- " * HEAD.count(" | ") + "| --- |"
    for measure in measures:
        yield row_of(measure, expected.get(key_of(measure), {}))
    yield ""
    yield sums_of(measures, expected)


def key_of(measure: Measure) -> str:
    """What a file is called in the expectations: its number and the first word."""
    return measure.file.split(".")[0][:20]


def row_of(measure: Measure, expected: Mapping[str, Any]) -> str:
    """One file; numbers are found / expected."""
    kind, title, parent = (
        f"{getattr(measure, name)[:40]} {RIGHT if is_right(measure, expected, name) else WRONG}"
        for name in ("kind", "title", "parent")
    )
    counts = [
        f"{getattr(measure, name)} / {expected.get(name, 0)}"
        for name in ("sections", "items", "pairs")
    ]
    cells = [
        key_of(measure),
        kind,
        title.strip(),
        parent,
        *counts,
        f"{measure.coverage:.2f} %, {measure.overlap}",
        str(measure.lost),
        str(measure.invented),
        str(measure.unplaced),
        anomalies_of(measure, expected),
    ]
    return f"| {' | '.join(cells)} |"


def anomalies_of(measure: Measure, expected: Mapping[str, Any]) -> str:
    """The anomalies by code, found / expected."""
    wanted = expected.get("anomalies", {})
    codes = sorted({*wanted, *measure.anomalies})
    return ", ".join(f"{c} {measure.anomalies.get(c, 0)} / {wanted.get(c, 0)}" for c in codes)


def sums_of(measures: list[Measure], expected: Mapping[str, Mapping[str, Any]]) -> str:
    """How many files are right in each respect, and the rows of brochures."""
    names = ("kind", "title", "parent", "sections", "items", "pairs", "anomalies", "rows")
    right = {
        name: sum(is_right(m, expected.get(key_of(m), {}), name) for m in measures)
        for name in names
    }
    counts = ", ".join(f"{name} {count}" for name, count in right.items())
    lost = sum(measure.lost for measure in measures)
    invented = sum(measure.invented for measure in measures)
    return (
        f"Right in {len(measures)} files: {counts}. "
        f"Characters lost: {lost}. Characters invented: {invented}."
    )
