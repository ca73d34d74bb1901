"""Pages that lead on: what is filed under them, beside them, below them and on their topics."""

from datetime import timedelta
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from cooperation.models import PageProgramme, Programme
from departments.models import Department, Leader, PageDepartment
from mep_site.core.lists.beside import Slot, beside_sql, entries_beside
from mep_site.core.lists.elsewhere import SHOWN
from mep_site.core.lists.entry_links import columns_of_links, filed
from mep_site.core.lists.filing import TOPIC
from mep_site.core.lists.filters import ListFilters
from mep_site.core.lists.listed import editions_below
from mep_site.core.models import BasePage, PageTopic
from mep_site.home.models import HomePage
from mep_site.pages.models import SectionPage
from mep_site.topics.models import Topic
from mep_site.translations.languages import get_language, languages
from news.models import Activity, ActivityOverview, NewsArticle, NewsIndex, PolicyIndex

from .test_public_pages import CODES, address, read

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.every_database,
    pytest.mark.usefixtures("version_is_kept"),
]

# An article that is about water, and filed under a department and a programme.
SLUG = "china-russia-expert-seminar-in-harbin"


@pytest.fixture
def article() -> NewsArticle:
    return NewsArticle.objects.get(slug=SLUG)


@pytest.fixture
def cooperation() -> Department:
    return Department.objects.get(slug="international-cooperation")


@pytest.fixture
def russia() -> Programme:
    return Programme.objects.get(slug="china-russia")


def hrefs(html: Tag, selector: str) -> list[str]:
    return [link["href"] for link in html.select(selector)]


def lists(html: Tag) -> dict[str, list[str]]:
    """The addresses of the entries of each gathered list, by the address of the list."""
    return {
        section.h2.a["href"]: hrefs(section, ".dated-list a")
        for section in html.select("section")
        if section.select("h2.section-heading a")
    }


def topic_page(client, code: str, slug: str = "water") -> Tag:
    response = client.get(f"/{code}/topics/{slug}/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


# What is filed under a page


@pytest.mark.parametrize("code", CODES)
def test_a_department_gathers_leader_news_policies_programmes(code, visitor, cooperation, article):
    html = read(visitor, cooperation, code)
    leader = Leader.objects.get(slug="sample-leader")
    assert address(leader, code) in hrefs(html, ".facts a")
    query = "?department=international-cooperation"
    found = lists(html)
    paths = ("news", "policies", "cooperation", "about/activities")
    assert list(found) == [f"/{code}/{path}/{query}" for path in paths]
    assert address(article, code) in found[f"/{code}/news/{query}"]
    assert f"/{code}/cooperation/china-russia/" in found[f"/{code}/cooperation/{query}"]
    assert all(len(entries) <= 5 for entries in found.values())


def test_the_first_of_a_list_are_shown_in_its_order(visitor, cooperation):
    html = read(visitor, cooperation, "en")
    for list_url, entries in lists(html).items():
        whole = BeautifulSoup(visitor.get(list_url).content, "html.parser")
        listed = hrefs(whole, ":is(.entry, .card) :is(h2, h3) a")
        assert entries == listed[:5], list_url


def test_what_is_not_in_the_readers_language_is_named_where_it_can_be_read(visitor, cooperation):
    html = read(visitor, cooperation, "en")
    memorandum = NewsArticle.objects.get(slug="memorandum-signed-in-xian")
    elsewhere = html.select_one("main details:has(.offers)")
    assert address(memorandum, "en") not in str(html)
    assert hrefs(elsewhere, "a") == [address(memorandum, code) for code in ("zh-hans", "ru")]
    assert not read(visitor, cooperation, "zh-hans").select("main details:has(.offers)")


@pytest.mark.parametrize("code", CODES)
def test_a_leader_has_activities_and_speeches_apart_and_departments(code, visitor):
    leader = Leader.objects.get(slug="sample-leader")
    html = read(visitor, leader, code)
    index = f"{address(leader, code)}activities/"
    found = lists(html)
    assert list(found) == [f"{index}?kind=activity", f"{index}?kind=speech"]
    assert f"{index}speech-on-open-data/" in found[f"{index}?kind=speech"]
    assert not [each for each in found[f"{index}?kind=activity"] if "speech" in each]
    all_speeches = BeautifulSoup(visitor.get(f"{index}?kind=speech").content, "html.parser")
    assert hrefs(all_speeches, ".entry a") == found[f"{index}?kind=speech"]
    departments = [Department.objects.get(slug=slug) for slug in ("water", "monitoring")]
    assert {address(each, code) for each in departments} <= set(hrefs(html, ".directory a"))


def test_a_leader_without_speeches_has_no_heading_for_them(visitor):
    leader = Leader.objects.get(slug="zhao-yingmin")
    assert [url.rpartition("?")[2] for url in lists(read(visitor, leader, "en"))] == [
        "kind=activity"
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_speech_says_that_it_is_one(code, visitor):
    speech = Activity.objects.get(slug="speech-on-open-data")
    with translation.override(code):
        word = str(speech.get_kind_display())
    assert word in [dd.get_text() for dd in read(visitor, speech, code).select(".facts dd")]


@pytest.mark.parametrize("code", CODES)
def test_a_programme_gathers_the_news_about_it(code, visitor, russia, article):
    found = lists(read(visitor, russia, code))
    assert address(article, code) in found[f"/{code}/news/?programme=china-russia"]


@pytest.mark.parametrize("code", CODES)
def test_an_article_leads_to_what_it_is_filed_under(code, visitor, article, cooperation, russia):
    facts = hrefs(read(visitor, article, code), ".facts a")
    assert {address(cooperation, code), address(russia, code)} <= set(facts)
    assert f"/{code}/topics/water/" in facts
    assert f"/{code}/news/?country=RU" in facts


# Topics


@pytest.mark.parametrize("code", CODES)
def test_a_topic_gathers_what_is_filed_under_it(code, visitor, article):
    html = topic_page(visitor, code)
    water = Topic.objects.get(slug="water")
    assert html.h1.get_text() == getattr(water, get_language(code).column("name"))
    assert address(article, code) in lists(html)[f"/{code}/news/?topic=water"]
    assert f"/{code}/cooperation/china-russia/" in lists(html)[f"/{code}/cooperation/?topic=water"]
    assert not html.select('meta[name="robots"]')
    alternates = {link["hreflang"] for link in html.select('link[rel="alternate"][hreflang]')}
    assert alternates == {"x-default", *(language.tag for language in languages())}
    assert html.select_one('link[rel="canonical"]')["href"].endswith(f"/{code}/topics/water/")


def without(topic: str, code: str) -> None:
    """Withdraw every page on a topic in a language."""
    pages = BasePage.objects.filter(
        pk__in=PageTopic.objects.filter(topic__slug=topic).values("page")
    )
    for page in pages.specific():
        if get_language(code) in page.live_languages:
            page.unpublish(languages=[get_language(code)])


def test_a_topic_is_offered_only_where_there_is_something_to_read(visitor):
    without("participation", "ru")
    html = topic_page(visitor, "ru", "participation")
    assert lists(html) == {}
    assert html.select('meta[name="robots"][content="noindex"]')
    assert hrefs(html, ".offers a") == [
        f"/{code}/topics/participation/" for code in ("zh-hans", "en")
    ]
    offered = topic_page(visitor, "en", "participation")
    tags = {link["hreflang"] for link in offered.select('link[rel="alternate"][hreflang]')}
    assert tags == {"x-default", "zh-Hans", "en"}
    part = visitor.get("/sitemap-topics.xml").getvalue().decode()
    assert "/en/topics/participation/" in part
    assert "/ru/topics/participation/" not in part
    listed = BeautifulSoup(visitor.get("/ru/topics/").content, "html.parser")
    assert "/ru/topics/participation/" not in hrefs(listed, "main a")
    assert "/ru/topics/water/" in hrefs(listed, "main a")


def test_a_topic_without_anything_public_is_not_found(visitor):
    Topic.objects.create(slug="noise", name_zh_hans="噪声", name_en="Noise")
    assert visitor.get("/en/topics/noise/").status_code == 404
    assert visitor.get("/en/topics/no-such-topic/").status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_topics_are_found_by_site_map_and_search(code, visitor):
    assert b"sitemap-topics.xml" in visitor.get("/sitemap.xml").content
    assert f"/{code}/topics/water/" in hrefs(
        BeautifulSoup(visitor.get(f"/{code}/site-map/").content, "html.parser"), "main a"
    )
    for name in ("水", "WATER", "вода"):
        found = visitor.get(f"/{code}/search/", {"q": name}).content
        assert f"/{code}/topics/water/" in hrefs(BeautifulSoup(found, "html.parser"), ".picks a")


def test_the_page_of_a_topic_may_be_kept_for_everybody(visitor):
    for url in ("/en/topics/", "/en/topics/water/"):
        assert "public" in visitor.get(url).headers["Cache-Control"]
        assert "public" not in visitor.get(f"{url}?x=1").headers.get("Cache-Control", "")


# The end of an article


def test_an_article_leads_to_what_is_nearest_on_its_topics(visitor, article):
    """First to what shares more topics; never to itself."""
    html = read(visitor, article, "en").select_one(".more")
    entries = hrefs(html, ".dated-list a")
    assert address(article, "en") not in entries
    assert len(entries) == 5
    shared = {
        address(page, "en"): sum(
            row.topic.slug in {"nature", "water", "cooperation"} for row in page.topics.all()
        )
        for page in BasePage.objects.published().in_language(get_language("en"))
    }
    counts = [shared[entry] for entry in entries]
    assert counts[0] > 1
    assert all(counts)
    assert {f"/en/topics/{slug}/" for slug in ("nature", "water")} <= set(
        hrefs(html, ".subjects a")
    )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("index", [NewsIndex, PolicyIndex])
def test_before_and_after_an_article_stand_those_of_its_list(index, code):
    listing, language = index.objects.get(), get_language(code)
    home = HomePage.objects.get()
    listed = listing.list_in(language, ListFilters((), {}))
    pages = list(listed[0 : len(listed)])
    assert len(pages) > 4
    for before, after in pairwise(pages):
        of_before = entries_beside(before.editions.get(language=code), language, home.pk)
        of_after = entries_beside(after.editions.get(language=code), language, home.pk)
        assert (of_before.next.pk, of_after.previous.pk) == (after.pk, before.pk)
    ends = [
        entries_beside(page.editions.get(language=code), language, home.pk)
        for page in (pages[0], pages[-1])
    ]
    assert (ends[0].previous, ends[1].next) == (None, None)


def test_the_ways_to_both_are_links_with_titles(visitor, article):
    nav = read(visitor, article, "en").select_one("nav.beside")
    assert [link["rel"] for link in nav.select("a")] == [["prev"], ["next"]]
    assert nav["aria-label"]


# What a visitor may not see


def made_private(page: BasePage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def withdrawn(page: BasePage) -> None:
    page.specific.unpublish(languages=[get_language("en")])


def put_off(page: BasePage) -> None:
    """Unpublished, and scheduled to go live again."""
    page.specific.unpublish()
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.edition_language = get_language("en")
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision(approved_go_live_at=draft.go_live_at)


@pytest.mark.parametrize("hide", [made_private, withdrawn, put_off])
def test_what_is_not_public_is_nowhere(hide, visitor, article, cooperation, russia):
    """Not under its department, programme and topic, and not at the end of other articles."""
    others = NewsArticle.objects.in_language(get_language("en")).exclude(pk=article.pk)
    url = address(article, "en")
    pages = [*others, cooperation, russia]
    seen = [page for page in pages if url in str(read(visitor, page, "en").main)]
    assert {cooperation, russia} < {*seen}
    assert url in str(topic_page(visitor, "en"))
    hide(article)
    assert [page for page in pages if url in str(read(visitor, page, "en").main)] == []
    assert url not in str(topic_page(visitor, "en"))


def test_a_leader_who_is_not_public_is_not_named(visitor, cooperation):
    """Nor is what stands below the page of the leader."""
    leader = Leader.objects.get(slug="sample-leader")
    assert str(read(visitor, cooperation, "en").main).count(address(leader, "en")) > 1
    made_private(leader)
    assert address(leader, "en") not in str(read(visitor, cooperation, "en").main)


def test_a_department_that_is_not_public_is_not_named(visitor, cooperation):
    leader = Leader.objects.get(slug="sample-leader")
    made_private(cooperation)
    assert address(cooperation, "en") not in str(read(visitor, leader, "en").main)


# Neighbours


@pytest.mark.parametrize("code", CODES)
def test_a_page_of_a_section_shows_its_neighbours(code, visitor):
    air = Department.objects.get(slug="air")
    nav = read(visitor, air, code).select_one("nav.neighbours")
    siblings = Department.objects.in_language(get_language(code)).order_by("path")
    assert hrefs(nav, "a") == [address(each, code) for each in siblings]
    assert [link["href"] for link in nav.select("[aria-current=page]")] == [address(air, code)]


def test_of_many_neighbours_the_nearest_are_shown(visitor):
    section = SectionPage.objects.get(slug="about").get_children().get(slug="departments")
    for number in range(20):
        section.add_child(instance=Department(title_en=f"Number {number}", slug=f"n-{number}"))
    page = Department.objects.get(slug="n-10")
    nav = read(visitor, page, "en").select_one("nav.neighbours")
    numbers = [link.get_text() for link in nav.select("a")]
    assert numbers == [f"Number {number}" for number in range(4, 16)]


def test_sections_and_articles_have_no_such_list(visitor, article, home):
    for page in (home, SectionPage.objects.get(slug="about"), article):
        assert not read(visitor, page, "en").select("nav.neighbours")


# Found by index


def test_rows_name_the_date_of_their_page(article):
    def dates() -> set[str]:
        models = (PageTopic, PageDepartment, PageProgramme)
        return {each.date for model in models for each in model.objects.filter(page=article)}

    assert dates() == {"2019"}
    article.date = "2020-02-29"
    article.save()
    assert dates() == {"2020-02-29"}
    draft = article.get_latest_revision_as_object()
    draft.topics.add(PageTopic(topic=Topic.objects.get(slug="air")))
    draft.edition_language = get_language("zh-hans")
    draft.date = "2021"
    draft.save_revision().publish()
    assert dates() == {"2021"}


def test_the_newest_on_a_topic_follow_the_date(visitor, article):
    policy = PolicyIndex.objects.get().get_children().first().specific
    policy.date = "2026-01-01"
    policy.topics = [PageTopic(topic=Topic.objects.get(slug="water"))]
    policy.save()
    rows = filed(
        editions_below(HomePage.objects.get().path).live().in_language(get_language("en")),
        TOPIC,
        Topic.objects.get(slug="water").pk,
    )
    assert rows.first().page_id == policy.pk


def plan(sql: str, parameters: tuple) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)
        return "\n".join(step for *_, step in cursor.fetchall())


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite plans whatever there is.")
def test_an_index_has_what_comes_before_and_after_and_what_is_newest():
    sql, parameters = beside_sql(get_language("en"), ())
    steps = plan(sql, [str(each) if isinstance(each, Slot) else each for each in parameters])
    assert (
        steps.count("COVERING INDEX edition_lists (parent_path=? AND language=? AND state=? AND")
        == 2
    )
    assert "SCAN" not in steps
    editions = editions_below("00010001").live().in_language(get_language("en"))
    newest = filed(editions, TOPIC, 1).values_list(*columns_of_links(get_language("en")))[:10]
    steps = plan(*newest.query.sql_with_params())
    assert "INDEX page_topic_newest (topic_id=?)" in steps
    assert "SCAN" not in steps
    assert "TEMP B-TREE" not in steps


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite plans whatever there is.")
def test_activities_are_found_by_the_lists_that_they_stand_in():
    listed = ActivityOverview.objects.get().list_in(get_language("en"), ListFilters.of((), {}))
    steps = plan(*listed.editions.values_list("page_id")[:10].query.sql_with_params())
    assert "(parent_path=? AND language=? AND state=?)" in steps
    assert "SCAN" not in steps


def lacking_in(html: Tag) -> int:
    """How many pages the notice at the end says to be there in other languages only."""
    notice = html.select_one("details.notice summary")
    return int("".join(filter(str.isdigit, notice.get_text()))) if notice else 0


def test_what_lacks_a_language_is_counted_once_and_by_keys_alone(visitor, cooperation):
    before = lacking_in(read(visitor, cooperation, "ru"))
    for number in range(SHOWN + 1):
        new = NewsArticle(title_zh_hans=f"第{number}篇", slug=f"chinese-{number}", date="2026")
        NewsIndex.objects.get().add_child(instance=new)
        # A page may name the same department twice.
        for _ in range(2):
            PageDepartment.objects.create(page=new, department=cooperation)
    with CaptureQueriesContext(connection) as queries:
        html = read(visitor, cooperation, "ru")
    assert lacking_in(html) == before + SHOWN + 1
    assert not [each["sql"] for each in queries if "DISTINCT" in each["sql"]]
