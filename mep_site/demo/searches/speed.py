"""How long an answer takes, at a thousand pages and at a hundred thousand, in three languages.

The pages are made of sentences of the demo content in another order, so that every word of a query
stands on thousands of them: a harder task than the ministry's own pages would be.
"""

import random
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from tqdm import tqdm

from mep_site.core.models import BasePage
from mep_site.search.analysis import ANALYSER_VERSION
from mep_site.search.analysis.terms import index_terms
from mep_site.search.index.frequencies import count_again
from mep_site.search.models import Entry
from mep_site.translations.languages import languages
from mep_site.translations.models import Edition
from news.models import NewsArticle, NewsIndex

from .judged import Judged

AT_ONCE = 1_000
SENTENCES = 8
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


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


def fill(number: int) -> None:
    """Make pages until there are so many."""
    existing = BasePage.objects.filter(slug__startswith="filled-").count()
    sentences = _sentences()
    index = NewsIndex.objects.order_by("path").first()
    with _bulk_loading():
        for start in tqdm(range(existing, number, AT_ONCE), unit="k", disable=None):
            _fill(range(start, min(start + AT_ONCE, number)), index, sentences)
    count_again()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE")
        else:
            cursor.execute("INSERT INTO search_entry_fts(search_entry_fts) VALUES ('optimize')")


def _sentences() -> dict[str, list[tuple[str, str]]]:
    """Sentences of the demo content with their terms, by language."""
    found: dict[str, list[tuple[str, str]]] = {}
    for language in languages():
        entries = Entry.objects.filter(language=language.code, is_public=True)
        lines = {
            line
            for text in entries.exclude(object_id__startswith="filled").values_list(
                "text", flat=True
            )
            for line in text.splitlines()
            if len(line) > 20
        }
        found[language.code] = [(line, " ".join(index_terms(line))) for line in sorted(lines)]
    return found


class _bulk_loading:  # noqa: N801 - a context
    """PostgreSQL builds an index of many entries faster than it adds to it one by one."""

    def __enter__(self) -> None:
        self._execute("DROP INDEX IF EXISTS search_entry_vector")

    def __exit__(self, *reason: object) -> None:
        self._execute("CREATE INDEX search_entry_vector ON search_entry USING gin (vector)")

    def _execute(self, sql: str) -> None:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(sql)


def _fill(numbers: range, index: NewsIndex, sentences: dict[str, list[tuple[str, str]]]) -> None:
    pages = BasePage.objects.bulk_create(_page(number, index) for number in numbers)
    Edition.objects.bulk_create(
        Edition(page=page, language=language.code, state="live", freshness="current")
        for page in pages
        for language in languages()
    )
    Entry.objects.bulk_create(_entries(pages, index, sentences))


def _page(number: int, index: NewsIndex) -> BasePage:
    digits = ""
    rest = number
    for _ in range(3):
        rest, digit = divmod(rest, 36)
        digits = DIGITS[digit] + digits
    slug = f"filled-{number}"
    return BasePage(
        path=f"{index.path}{'Z' if rest == 0 else 'Y' if rest == 1 else 'X'}{digits}",
        depth=index.depth + 1,
        slug=slug,
        url_path=f"{index.url_path}{slug}/",
        content_type=ContentType.objects.get_for_model(NewsArticle),
        locale=index.locale,
        live=True,
        **{language.column("title"): f"{number}" for language in languages()},
    )


def _entries(
    pages: list[BasePage], index: NewsIndex, sentences: dict[str, list[tuple[str, str]]]
) -> Iterator[Entry]:
    content_type = ContentType.objects.get_for_model(NewsArticle)
    for page in pages:
        choose = random.Random(page.slug)  # noqa: S311 - the same pages every time
        year = choose.randint(2000, 2024)
        for code, known in sentences.items():
            title, *body = choose.sample(known, min(len(known), SENTENCES + 1))
            yield Entry(
                content_type=content_type,
                object_id=str(page.pk),
                language=code,
                title=title[0][:80],
                title_terms=" ".join(index_terms(title[0][:80])),
                text="\n".join(text for text, _ in body),
                terms=" ".join(terms for _, terms in body),
                marks=f"type=newsarticle year={year} under={index.pk} under={page.pk}"
                f" language={code} public={code}",
                date=f"{year}-05-01",
                is_public=True,
                analyser=ANALYSER_VERSION,
            )


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
