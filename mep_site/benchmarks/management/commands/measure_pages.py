"""Measure what public pages cost that no cache answers; prints the table of it."""

from collections import defaultdict
from statistics import mean
from typing import Any

from django.core.management.base import BaseCommand

from mep_site.benchmarks.pages.costs import Cost, costs
from mep_site.benchmarks.pages.kinds import visits


class Command(BaseCommand):
    """Reads the configured database, which should hold the demo content, and changes nothing."""

    help = "Measures the processor time and the queries of each kind of public page."

    def add_arguments(self, parser: Any) -> None:
        """Take how often each address is asked for."""
        parser.add_argument("--rounds", type=int, default=60)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a row for each kind of page: the mean of the languages, and the most queries."""
        by_kind: defaultdict[str, list[Cost]] = defaultdict(list)
        found = costs(visits(), options["rounds"])
        for cost in found:
            by_kind[cost.visit.kind].append(cost)
        self.stdout.write(f"1 C = {found[0].floor:.2f} ms\n")
        self.stdout.write("| page | CPU ms | C | SQL |\n|---|---|---|---|")
        for kind, found in by_kind.items():
            milliseconds = mean(cost.milliseconds for cost in found)
            ratio = mean(cost.in_floors for cost in found)
            queries = max(cost.queries for cost in found)
            self.stdout.write(f"| {kind} | {milliseconds:.1f} | {ratio:.0f} | {queries} |")
