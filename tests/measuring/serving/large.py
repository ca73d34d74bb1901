"""What is asked of a large site without its page cache; ``most`` is how much it may grow."""

import math
from functools import partial

from django.db.models import QuerySet

from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from news.models import NewsArticle, NewsIndex

from ..places import CODES, address
from .cases import FLOOR, UNCACHED, Case, searches

# From both ends of the list.
ARTICLES = 10


def cases() -> list[Case]:
    """The floor, and pages of each kind."""
    index = NewsIndex.objects.get()
    articles = NewsArticle.objects.child_of(index).published().order_by("path")
    last = math.ceil(articles.count() / index.entries_per_page)
    asked = partial(Case, application=UNCACHED)
    return [
        Case("bare application, 30 kB", FLOOR, ("/",)),
        asked("home", addresses=_in_languages(HomePage.objects.get()), most=1.2),
        asked("article", addresses=_articles(articles), most=1.2),
        asked("list, first page", addresses=_in_languages(index), most=1.3),
        asked("list, middle", addresses=_in_languages(index, f"?page={last // 2}"), most=1.3),
        # Not every article is there in every language.
        asked(
            "list, near its end",
            addresses=_in_languages(index, f"?page={last - last // 10}"),
            most=1.3,
        ),
        asked("list, filtered", addresses=_in_languages(index, "?topic=water"), most=1.3),
        asked("feed", addresses=tuple(f"/{code}/feed/" for code in CODES), most=1.2),
        asked("search", addresses=searches()),
    ]


def _articles(articles: QuerySet[NewsArticle]) -> tuple[str, ...]:
    both_ends = [*articles[:ARTICLES], *articles.reverse()[:ARTICLES]]
    return tuple(address(article, code) for article in both_ends for code in CODES)


def _in_languages(page: BasePage, query: str = "") -> tuple[str, ...]:
    return tuple(address(page, code) + query for code in CODES)
