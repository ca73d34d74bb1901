"""The numbers of a list with thousands of entries are not counted for every visitor."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mep_site.core.lists import counting
from news.models import NewsArticle, NewsIndex

from .test_lists import choices, titles
from .test_public_pages import CODES, address

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def news():
    return NewsIndex.objects.get()


@pytest.fixture
def every_list_is_long(monkeypatch):
    """A site with thousands of articles behaves like this one."""
    monkeypatch.setattr(counting, "LONG", 1)


def seen(client, url):
    """What a visitor sees, and how often something was counted for it."""
    with CaptureQueriesContext(connection) as queries:
        html = BeautifulSoup(client.get(url).content, "html.parser")
    return html, sum("COUNT(" in query["sql"] for query in queries)


def another(news):
    """One article more, the newest of all."""
    article = NewsArticle(title_zh_hans="水獭归来", title_en="Otters", slug="x", date="2026-11-26")
    news.add_child(instance=article)
    return article


@pytest.mark.parametrize("code", CODES)
def test_a_long_list_is_counted_once(code, visitor, news, every_list_is_long):
    _, first = seen(visitor, address(news, code))
    html, second = seen(visitor, address(news, code))
    assert first > 0
    assert second == 0
    assert all(choices(html, name) for name in ("year", "topic", "country"))


@pytest.mark.slow
def test_each_language_and_each_choice_has_numbers_of_its_own(visitor, news, every_list_is_long):
    urls = [address(news, code) + query for code in CODES for query in ("", "?year=2019")]
    for url in urls:
        _, counted = seen(visitor, url)
        assert counted > 0, url


def test_a_new_entry_stands_in_a_long_list_at_once(visitor, news, every_list_is_long):
    seen(visitor, address(news, "en"))
    another(news)
    html, counted = seen(visitor, address(news, "en"))
    assert counted == 0
    assert titles(html)[0] == "Otters"


def test_the_numbers_of_a_short_list_are_always_right(visitor, news):
    before, _ = seen(visitor, address(news, "en"))
    another(news)
    after, counted = seen(visitor, address(news, "en"))
    assert counted > 0
    assert "2026" not in choices(before, "year")
    assert "2026" in choices(after, "year")
