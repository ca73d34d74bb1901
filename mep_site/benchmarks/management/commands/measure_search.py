"""Measure the search on a database of its own and print the tables of ``docs/search.md``."""

import gc
from collections.abc import Callable
from time import perf_counter
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

from mep_site.benchmarks.filling.filling import fill
from mep_site.benchmarks.search import corpus, fuzz, quality, speed
from mep_site.benchmarks.search.judged import Judged, judged
from mep_site.search.index.frequencies import count_again
from mep_site.search.index.rebuilding import rebuild
from mep_site.search.models import Entry
from news.models import NewsArticle

PARTS = ("upkeep", "quality", "fuzz", "speed")
SIZES = (1_000, 10_000, 100_000)


class Command(BaseCommand):
    """Makes a test database beside the configured one, fills it, measures, and removes it."""

    help = "Measures quality and speed of the search on a database that is removed afterwards."

    def add_arguments(self, parser: Any) -> None:
        """Take what is measured, the numbers of pages, and of queries that nobody would type."""
        parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
        parser.add_argument("--pages", type=int, nargs="*", default=SIZES)
        parser.add_argument("--fuzz", type=int, default=10_000)

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure everything, or the parts that are named."""
        setup_test_environment(debug=False)
        databases = setup_databases(verbosity=0, interactive=False)
        try:
            call_command("load_demo", verbosity=0)
            corpus.publish_corpus()
            count_again()
            # As in production, see gunicorn.conf.py.
            gc.collect()
            gc.freeze()
            self.stdout.write(f"## {connection.vendor}\n")
            for part in options["parts"]:
                getattr(self, f"_{part}")(options)
        finally:
            teardown_databases(databases, verbosity=0)
            teardown_test_environment()

    def _upkeep(self, options: dict[str, Any]) -> None:
        begin = perf_counter()
        rebuild(lambda done: None)
        whole = perf_counter() - begin
        article = NewsArticle.objects.get(slug=corpus.slug_of(0, 0))
        begin = perf_counter()
        article.title_en += " again"
        article.save()
        update = perf_counter() - begin
        self.stdout.write(
            f"Full indexing of the demo content and 200 pages: {whole:.1f} s; "
            f"saving a changed page with its editions and entries: {1000 * update:.0f} ms.\n"
        )

    def _quality(self, options: dict[str, Any]) -> None:
        queries = list(judged())
        with quality.stock_index():
            answers = {
                "ours": quality.answered(queries, quality.ours),
                "stock Wagtail": quality.answered(queries, quality.found_by_wagtail),
            }
        self._scores("language", answers, lambda judged: judged.language)
        self._scores("kind", answers, lambda judged: judged.kind)
        everything = quality.scores(answers["ours"], lambda judged: "")
        failed = everything[""].failed
        self.stdout.write(f"Not among the first five: {', '.join(failed) or 'none'}")
        found, asked = quality.found_substrings()
        self.stdout.write(f"Pieces of Chinese texts found: {found} of {asked}.\n")

    def _scores(
        self, title: str, answers: dict[str, quality.Answers], group: Callable[[Judged], str]
    ) -> None:
        """A table of the scores of each search for each group of queries."""
        self._row(title, "search", "queries", "recall@5", "MRR", "empty")
        self._row(*["---"] * 6)
        for name, found in answers.items():
            for label, score in quality.scores(found, group).items():
                self._row(label, name, *score.cells())
        self.stdout.write("")

    def _fuzz(self, options: dict[str, Any]) -> None:
        failed, worst = fuzz.fuzz(options["fuzz"])
        for query in failed:
            self.stdout.write(query)
        self.stdout.write(
            f"{options['fuzz']} made-up queries: {len(failed)} not answered properly, "
            f"the slowest answer took {1000 * worst:.0f} ms.\n"
        )

    def _speed(self, options: dict[str, Any]) -> None:
        queries = list(judged())
        columns = ("pages × 3", "p50 ms", "p95 ms", "worst ms", "index MB")
        self._row(*columns, "full indexing s", "one publication ms")
        self._row(*["---"] * 7)
        for pages in options["pages"]:
            fill(pages)
            whole = self._index_from_nothing()
            one = speed.seconds_to_publish()
            found = speed.latency(queries)
            times = (f"{each:.0f}" for each in (found.median, found.most, found.worst))
            size = f"{speed.size() / 1e6:,.0f}"
            self._row(f"{pages:,}", *times, size, f"{whole:,.1f}", f"{1000 * one:.0f}")

    def _index_from_nothing(self) -> float:
        Entry.objects.all().delete()
        speed.tidy()
        seconds = speed.index_everything()
        speed.tidy()
        return seconds

    def _row(self, *cells: str) -> None:
        self.stdout.write(f"| {' | '.join(cells)} |")
