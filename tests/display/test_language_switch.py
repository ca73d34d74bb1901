"""The switch keeps of an address what means the same in another language."""

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.utils import translation

from mep_site.core.templatetags.site import query_in
from mep_site.translations.languages import get_language
from news.models import NewsArticle, NewsIndex
from tests.test_public_pages import address


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ""),
        ("year=2019&topic=water&topic=air", "?year=2019&topic=water&topic=air"),
        ("year=2019&page=3", "?year=2019"),
        ("page=3", ""),
        ("with=zh-hans", "?with=zh-hans"),
        ("with=ru", "?with=en"),
        ("q=%D0%B2%D0%BE%D0%B4%D0%B0", "?q=%D0%B2%D0%BE%D0%B4%D0%B0"),
        ("x=%22%3E%3Cscript%3E", "?x=%22%3E%3Cscript%3E"),
        ("x=%00", "?x=%00"),
    ],
)
def test_a_query_goes_from_english_to_russian(query, expected):
    with translation.override("en"):
        assert query_in(QueryDict(query), get_language("ru")) == expected


def switch(client, url: str) -> dict[str, str]:
    html = BeautifulSoup(client.get(url).content, "html.parser")
    return {a["hreflang"]: a["href"] for a in html.select(".language-switch a")}


@pytest.mark.slow
def test_two_languages_side_by_side_stay_the_same_two(visitor, some):
    article = some(NewsArticle)
    assert switch(visitor, f"{address(article, 'en')}?with=zh-hans") == {
        "zh-Hans": f"{address(article, 'zh-hans')}?with=en",
        "ru": f"{address(article, 'ru')}?with=zh-hans",
    }


def test_a_search_is_repeated_in_the_other_language(visitor, home):
    assert switch(visitor, "/en/search/?q=SCO&page=2")["ru"] == "/ru/search/?q=SCO"


def test_alternates_name_pages_and_not_what_a_visitor_looks_at(visitor, some):
    url = address(some(NewsIndex), "en")
    html = BeautifulSoup(visitor.get(f"{url}?with=ru").content, "html.parser")
    links = html.select("link[rel=alternate][hreflang], link[rel=canonical]")
    assert links
    assert not [link["href"] for link in links if "?" in link["href"]]
