"""Atom feeds: valid, in one language, of what the public can read in it."""

from datetime import datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from cooperation.models import CooperationIndex, Programme
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.translations.languages import get_language
from news.models import ActivityIndex, ActivityOverview, NewsArticle, NewsIndex, PolicyIndex

from .test_public_pages import CODES, address
from .test_query_budget import queries_of

pytestmark = pytest.mark.every_database

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
WITH_FEED = [
    HomePage, NewsIndex, PolicyIndex, ActivityIndex, ActivityOverview, CooperationIndex,
]  # fmt: skip
FEED_QUERIES = 11


def feed_url(page: BasePage, code: str) -> str:
    return address(page, code).replace(f"/{code}/", f"/{code}/feed/")


def fetch(client, url: str) -> ElementTree.Element:
    response = client.get(url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def of(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}")


def entries(feed: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {of(entry, "id"): entry for entry in feed.findall(f"{ATOM}entry")}


def titles(feed: ElementTree.Element) -> set[str]:
    return {of(entry, "title") for entry in entries(feed).values()}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", WITH_FEED, ids=lambda model: model._meta.label)
def test_a_feed_holds_what_rfc_4287_asks_for(model, code, visitor, some):
    page, language = some(model), get_language(code)
    feed = fetch(visitor, feed_url(page, code))
    assert feed.tag == f"{ATOM}feed"
    assert feed.get(XML_LANG) == language.tag
    assert getattr(page, language.column("title")) in of(feed, "title")
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    links = {link.get("rel"): link for link in feed.findall(f"{ATOM}link")}
    assert links["self"].get("href") == f"http://testserver{feed_url(page, code)}"
    assert links["alternate"].get("href") == f"http://testserver{address(page, code)}"
    found = feed.findall(f"{ATOM}entry")
    assert found
    assert len(entries(feed)) == len(found), "Ids are unique."
    for part in (feed, *found):
        assert len(part.findall(f"{ATOM}id")) == len(part.findall(f"{ATOM}title")) == 1
        assert of(part, "id").startswith("urn:uuid:")
        assert datetime.fromisoformat(of(part, "updated")).tzinfo
        alternates = part.findall(f"{ATOM}link[@rel='alternate']")
        assert [link.get("hreflang") for link in alternates] == [language.tag]
    moments = [datetime.fromisoformat(of(entry, "updated")) for entry in found]
    assert datetime.fromisoformat(of(feed, "updated")) == max(moments)
    assert all(of(entry, "published") <= of(entry, "updated") for entry in found)


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", WITH_FEED, ids=lambda model: model._meta.label)
def test_a_list_leads_to_its_feed(model, code, visitor, some):
    page = some(model)
    html = BeautifulSoup(visitor.get(address(page, code)).content, "html.parser")
    link = html.select_one('head link[type="application/atom+xml"]')
    assert (link["rel"], link["href"]) == (["alternate"], feed_url(page, code))
    assert link["title"] == of(fetch(visitor, link["href"]), "title")
    if model is not HomePage:
        assert html.select_one(".subscribe a")["href"] == feed_url(page, code)


def test_other_pages_have_none(visitor, some):
    article = some(NewsArticle)
    html = BeautifulSoup(visitor.get(address(article, "en")).content, "html.parser")
    assert not html.select('link[type="application/atom+xml"]')
    for path in (feed_url(article, "en"), "/en/feed/about/", "/en/feed/no-such-page/"):
        response = visitor.get(path)
        assert response.status_code == 404
        assert 'lang="en"' in response.content.decode()


def test_a_feed_holds_live_editions_of_its_language_only(visitor, some):
    article = some(NewsArticle)
    url = feed_url(article.get_parent(), "ru")
    assert article.title_ru in titles(fetch(visitor, url))
    article.unpublish(languages=[get_language("ru")])
    assert article.title_ru not in titles(fetch(visitor, url))
    assert article.title_en in titles(fetch(visitor, feed_url(article.get_parent(), "en")))
    without = NewsArticle.objects.get(slug="birds-and-wind-turbines")
    assert without.title_zh_hans not in " ".join(titles(fetch(visitor, url)))


def test_a_restricted_page_is_in_no_feed_and_has_none(visitor, some, home, editor):
    article = some(NewsArticle)
    index = article.get_parent()
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    for page in (home, index):
        assert article.title_en not in titles(fetch(visitor, feed_url(page, "en")))
        assert article.title_en not in titles(fetch(editor, feed_url(page, "en")))
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    for person in (visitor, editor):
        assert person.get(feed_url(index, "en")).status_code == 404


def test_the_id_of_an_edition_is_its_own_and_survives_a_new_address(visitor, some):
    article = some(NewsArticle)
    index = article.get_parent()

    def identifier(code: str, title: str) -> str:
        found = entries(fetch(visitor, feed_url(index, code)))
        return next(key for key, entry in found.items() if of(entry, "title") == title)

    before = identifier("en", article.title_en)
    assert identifier("ru", article.title_ru) != before
    article.slug = "another-address"
    article.save()
    assert identifier("en", article.title_en) == before


@pytest.mark.slow
def test_an_entry_is_updated_with_what_its_edition_says_and_not_when_it_is_reworded(visitor, some):
    article, english = some(NewsArticle), get_language("en")
    index = article.get_parent()

    def updated(code: str, title: str) -> str:
        found = entries(fetch(visitor, feed_url(index, code))).values()
        return next(of(entry, "updated") for entry in found if of(entry, "title") == title)

    def publish(summary: str) -> None:
        draft = NewsArticle.objects.get(pk=article.pk).get_latest_revision_as_object()
        draft.edition_language, draft.summary_en = english, summary
        draft.save_revision().publish()

    before = updated("en", article.title_en), updated("zh-hans", article.title_zh_hans)
    publish("Other words.")
    assert updated("en", article.title_en) == before[0]
    NewsArticle.objects.get(pk=article.pk).unpublish(languages=[english])
    publish("Another summary.")
    assert updated("en", article.title_en) > before[0]
    assert updated("zh-hans", article.title_zh_hans) == before[1]
    newest = next(iter(entries(fetch(visitor, feed_url(index, "en"))).values()))
    assert of(newest, "summary") == "Another summary."


@pytest.mark.slow
def test_topics_are_categories_with_names_in_the_language(visitor, db):
    feed = fetch(visitor, "/ru/feed/news/?topic=water")
    assert of(feed, "title").startswith("Новости · Вода – ")
    for entry in feed.findall(f"{ATOM}entry"):
        terms = {c.get("term"): c.get("label") for c in entry.findall(f"{ATOM}category")}
        assert terms["water"] == "Вода"
    assert len(titles(feed)) < len(titles(fetch(visitor, "/ru/feed/news/")))
    assert of(feed, "id") != of(fetch(visitor, "/ru/feed/news/"), "id")


def test_the_feed_of_the_site_holds_pages_of_every_list(visitor, db):
    found = titles(fetch(visitor, "/en/feed/"))
    assert found & {page.title_en for page in Programme.objects.published()}
    assert found & {page.title_en for page in NewsArticle.objects.published()} or len(found) == 20


def test_who_has_the_feed_already_gets_nothing(visitor, some):
    url = feed_url(some(NewsIndex), "en")
    first = visitor.get(url)
    by_tag = visitor.get(url, headers={"If-None-Match": first.headers["ETag"]})
    by_date = visitor.get(url, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (by_tag.status_code, by_date.status_code) == (304, 304)
    some(NewsArticle).unpublish(languages=[get_language("en")])
    changed = visitor.get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_a_feed_takes_as_many_queries_for_one_entry_as_for_twenty(visitor, some):
    lists = [feed_url(some(model), "en") for model in WITH_FEED[1:]]
    for url in ("/en/feed/", "/en/feed/news/?topic=air", *lists):
        visitor.get(url)
        assert queries_of(visitor, url) <= FEED_QUERIES, url


def test_a_feed_takes_no_form(visitor, db):
    assert visitor.post("/en/feed/").status_code == 405


@pytest.mark.asvs("1.2.1")
def test_whatever_a_title_holds_is_text_in_a_feed(visitor, some):
    title = "</title><script>alert(1)</script> & ]]> <!--"
    article = some(NewsArticle)
    NewsArticle.objects.filter(pk=article.pk).update(title_en=title)
    found = fetch(visitor, feed_url(NewsIndex.objects.get(), "en"))
    assert title in [of(entry, "title") for entry in found.iter(f"{ATOM}entry")]
