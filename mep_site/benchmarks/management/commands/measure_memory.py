"""Measure the translation memory on a database of its own; the numbers of ``docs/memory.md``."""

import gc
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.test.utils import (
    setup_databases,
    setup_test_environment,
    teardown_databases,
    teardown_test_environment,
)

from mep_site.benchmarks.memory import matching
from mep_site.benchmarks.search.speed import tidy
from mep_site.translations.languages import authoritative, languages


class Command(BaseCommand):
    help = "Measures how long matches take, on a database that is removed afterwards."

    def add_arguments(self, parser: Any) -> None:
        """Take the numbers of pairs, and how often is asked."""
        parser.add_argument("--pairs", type=int, default=100_000)
        parser.add_argument("--asked", type=int, default=500)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the pairs, then ask."""
        setup_test_environment(debug=False)
        databases = setup_databases(verbosity=0, interactive=False)
        try:
            call_command("load_demo", verbosity=0)
            self._measure(options["pairs"], options["asked"])
        finally:
            teardown_databases(databases, verbosity=0)
            teardown_test_environment()

    def _measure(self, pairs: int, asked: int) -> None:
        language = next(each for each in languages() if each != authoritative())
        texts = matching.make_pairs(pairs, language)
        tidy()
        # As in production, see gunicorn.conf.py.
        gc.collect()
        gc.freeze()
        load = matching.seconds_to_load(language)
        matching.latency_of_matches(texts, language, 20)
        clock, processor = matching.latency_of_matches(texts, language, asked)
        again = matching.seconds_after_a_publication(language)
        self.stdout.write(
            f"{connection.vendor}, {len(texts):,} pairs, {asked} texts: "
            f"by the clock p50 {clock.median:.1f} ms, p95 {clock.most:.1f} ms; "
            f"of the processor p50 {processor.median:.1f} ms, p95 {processor.most:.1f} ms, "
            f"to load them once {load:.1f} s, after a publication {1000 * again:.0f} ms."
        )
