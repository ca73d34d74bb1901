"""Addresses: the root, prefixes, what does not exist."""

import pytest
from django.test import override_settings

from departments.models import Department
from mep_site.core.models import BasePage
from news.models import NewsArticle


@pytest.mark.parametrize(
    ("accepted", "target"),
    [
        ("ru", "/ru/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("zh-CN", "/zh-hans/"),
        ("zh-Hans-CN", "/zh-hans/"),
        ("fr,de;q=0.5", "/zh-hans/"),
        ("fr,ru;q=0.5", "/ru/"),
        ("", "/zh-hans/"),
        ("'; drop table", "/zh-hans/"),
    ],
)
def test_the_root_leads_to_a_language_that_the_visitor_reads(accepted, target, visitor):
    response = visitor.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response.headers["Location"]) == (302, target)


def test_no_shared_cache_keeps_the_choice_of_a_language(visitor):
    response = visitor.get("/")
    assert "Accept-Language" in response.headers["Vary"]
    assert {"private", "no-cache"} <= set(response.headers["Cache-Control"].split(", "))


@pytest.mark.parametrize(
    ("url", "lang", "words"),
    [
        ("/en/no-such-page/", "en", "not found"),
        ("/ru/net-takoy/", "ru", "не найдена"),
        ("/zh-hans/meiyou/", "zh-Hans", "找不到"),
        ("/en/news/no/such/depth/", "en", "not found"),
    ],
)
def test_an_unknown_address_is_answered_in_its_language(url, lang, words, visitor):
    response = visitor.get(url)
    html = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{lang}"' in html
    assert words in html.lower()
    assert 'type="search"' in html
    assert f'href="/{url.split("/")[1]}/"' in html


@pytest.mark.parametrize("url", ["/fr/", "/fr/news/", "/english", "/news/"])
def test_an_unknown_prefix_is_not_found_in_the_language_that_the_visitor_reads(url, visitor):
    response = visitor.get(url, headers={"accept-language": "ru"})
    assert response.status_code == 404
    assert '<html lang="ru"' in response.content.decode()
    assert "Accept-Language" in response.headers["Vary"]


def test_a_page_is_found_with_one_query_where_the_way_is_known(rf, some, django_assert_num_queries):
    for page in (some(NewsArticle), some(Department)):
        path = page.get_url().removeprefix("/zh-hans/")
        BasePage.route_for_request(rf.get("/"), path)
        with django_assert_num_queries(1):
            assert BasePage.route_for_request(rf.get("/"), path).page == page


def test_a_draft_is_not_routed_to(rf, some):
    article = some(NewsArticle)
    path = article.get_url().removeprefix("/zh-hans/")
    article.unpublish()
    assert BasePage.route_for_request(rf.get("/"), path) is None


@pytest.mark.asvs("16.5.1")
@override_settings(DEBUG=False)
def test_a_failure_is_answered_without_a_traceback(client, monkeypatch, home):
    client.raise_request_exception = False
    monkeypatch.setattr(BasePage, "get_context", lambda *args, **kwargs: 1 / 0)
    response = client.get("/ru/")
    html = response.content.decode()
    assert response.status_code == 500
    assert "ZeroDivisionError" not in html
    for lang in ("zh-Hans", "en", "ru"):
        assert f'lang="{lang}"' in html


def test_search_finds_titles_in_the_language_of_the_page(visitor, some):
    article = some(NewsArticle)
    for code, title in (
        ("zh-hans", article.title_zh_hans),
        ("en", article.title_en),
        ("ru", article.title_ru),
    ):
        response = visitor.get(f"/{code}/search/", {"q": title})
        assert article.slug in response.content.decode()
    in_english = visitor.get("/ru/search/", {"q": f'"{article.title_en}"'}).content.decode()
    assert f"/en/news/{article.slug}/" in in_english
    assert f"/ru/news/{article.slug}/" not in in_english
