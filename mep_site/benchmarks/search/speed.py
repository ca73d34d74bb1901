"""How long the search takes, at a thousand pages and at a hundred thousand, in three languages."""

import statistics
from dataclasses import dataclass
from io import StringIO
from time import perf_counter

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from mep_site.benchmarks.filling.articles import SLUG
from news.models import NewsArticle

from .judged import Judged

PUBLISHED = 5


@dataclass(frozen=True)
class Latency:
    """Milliseconds of answers through the view."""

    median: float
    most: float
    worst: float

    @classmethod
    def of(cls, seconds: list[float]) -> "Latency":
        """From the time of each answer."""
        ordered = sorted(1000 * second for second in seconds)
        return cls(statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1])


def index_everything() -> float:
    """Index everything, as ``rebuild_search_index`` does; returns the seconds."""
    begin = perf_counter()
    call_command("rebuild_search_index", stdout=StringIO())
    return perf_counter() - begin


def tidy() -> None:
    """Let PostgreSQL do at once what it does some time after many rows were written."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def seconds_to_publish() -> float:
    """The seconds that publishing a changed article takes, with its editions and its entries."""
    articles = NewsArticle.objects.filter(slug__startswith=f"{SLUG}-").order_by("pk")[:PUBLISHED]
    return statistics.median(_published(article) for article in articles)


def _published(article: NewsArticle) -> float:
    article.title_en = f"{article.title_en} again"
    begin = perf_counter()
    with transaction.atomic():
        article.save_revision().publish()
    return perf_counter() - begin


def latency(queries: list[Judged]) -> Latency:
    """The time of an answer of the search page, for each of the queries, after one round."""
    client = Client()
    seconds = []
    for round_number in range(2):
        for judged in queries:
            begin = perf_counter()
            response = client.get(f"/{judged.language}/search/", {"q": judged.query})
            if round_number:
                seconds.append(perf_counter() - begin)
            if response.status_code != 200:
                raise RuntimeError(f"{judged.query}: {response.status_code}")
    return Latency.of(seconds)


def size() -> int:
    """The bytes that the index takes, with the texts that passages are cut from."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('search_entry')")
        else:
            cursor.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search_entry%'")
        return int(cursor.fetchone()[0])
