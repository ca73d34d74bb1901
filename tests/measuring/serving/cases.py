"""What is asked of which application, and what an answer may cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils import translation

from mep_site.core.models.listing import ListingMixin
from mep_site.home.models import HomePage
from mep_site.topics.models import Topic
from news.models import NewsArticle

from ..places import CODES, PAGE_TYPES, address, in_every_language

# What Chrome and Firefox send, and what both do not: a client of another kind.
BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}

# Each is a module of `contestants`, but for the first, which is the site.
SITE = "mep_site.wsgi"
CONTESTANTS = "tests.measuring.serving.contestants"
FLOOR, HELLO, UNCACHED, DJANGOS_CACHE, UNSURE = (
    f"{CONTESTANTS}.{name}" for name in ("floor", "hello", "uncached", "djangos_cache", "unsure")
)


@dataclass(frozen=True)
class Case:
    """Addresses that are asked of an application, and what is hoped for.

    ``most`` is what an answer may cost, ``least`` how many answers a second may come, both beside
    the floor. With ``is_known`` the client has the page and asks whether it is still the same.
    """

    name: str
    application: str
    addresses: tuple[str, ...]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    is_known: bool = False
    most: float | None = None
    least: float | None = None


def cases() -> list[Case]:
    """All that is measured, the floor first."""
    articles = _articles()
    return [
        Case("bare application, 30 kB", FLOOR, ("/",)),
        Case("Django, 30 kB, default middleware", HELLO, ("/",)),
        Case("article, page cache", SITE, articles, headers=BROWSER, most=1.2, least=0.9),
        Case("article, page cache, uncompressed", SITE, articles),
        Case("article, page cache, 304", SITE, articles, 304, BROWSER, is_known=True, most=1.2),
        Case("article, version read each time", UNSURE, articles, headers=BROWSER),
        Case("article, Django's cache", DJANGOS_CACHE, articles, headers=BROWSER),
        Case("article, no page cache", UNCACHED, articles, most=30),
        Case("home, no page cache", UNCACHED, _homes(), most=60),
        Case("lists, no page cache", UNCACHED, _lists(), most=70),
        Case("search, no page cache", UNCACHED, searches(), most=90),
        Case("not found, no page cache", UNCACHED, _absent(), 404, most=10),
    ]


def _articles() -> tuple[str, ...]:
    """Those of the demo, in every language: more than one page, fewer than a cache holds."""
    articles = NewsArticle.objects.published().order_by("path")
    return tuple(address(article, code) for article in articles for code in CODES)


def _homes() -> tuple[str, ...]:
    return tuple(address(HomePage.objects.get(), code) for code in CODES)


def _lists() -> tuple[str, ...]:
    """The list of every kind, the first page."""
    kinds = [model for model in PAGE_TYPES if issubclass(model, ListingMixin)]
    return tuple(address(in_every_language(kind), code) for kind in kinds for code in CODES)


def searches() -> tuple[str, ...]:
    """For the name of every topic: words that stand on some pages."""
    found = []
    for code in CODES:
        with translation.override(code):
            names = map(str, Topic.objects.all())
            found += [f"/{code}/search/?{urlencode({'q': name})}" for name in names]
    return tuple(found)


def _absent() -> tuple[str, ...]:
    return tuple(f"/{code}/no-such-page-{number}/" for number in range(20) for code in CODES)
