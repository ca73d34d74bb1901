"""Writes down in how many texts of the site the checks raise a finding."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from mep_site.benchmarks.textchecks.alarms import Alarms, alarms_of_site

from .measure_legacy import write_between


class Command(BaseCommand):
    """Asks the checks about all public translations, counts, and lists what they find."""

    help = "Measures how often the checks raise an alarm in the texts of this site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--table", type=Path, metavar="MARKDOWN", help="document to write to")

    def handle(self, *args: Any, table: Path | None, **options: Any) -> None:
        measured = alarms_of_site()
        for alarms in measured:
            for each in alarms.found:
                self.stdout.write(
                    f"{each.page} {each.unit} ({each.language.code}) {each.finding.check}: "
                    f"{each.finding.source_text} | {each.finding.target_text}"
                )
        lines = "\n".join(table_of_alarms(measured))
        if table:
            write_between(table, lines)
        else:
            self.stdout.write(lines)


def table_of_alarms(measured: list[Alarms]) -> Iterator[str]:
    """The counts in Markdown."""
    yield "| language | pairs of texts | with a finding | share | by check |"
    yield "| --- | --- | --- | --- | --- |"
    for alarms in measured:
        checks = ", ".join(f"{name} {count}" for name, count in alarms.by_check.most_common())
        yield (
            f"| {alarms.language.code} | {alarms.pairs} | {alarms.units} "
            f"| {alarms.percent:.1f} % | {checks or '–'} |"
        )
