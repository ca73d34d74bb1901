"""Lists that visitors filter: what is offered, what is found, what stays where it was."""

from itertools import cycle

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cooperation.models import CooperationIndex, Programme
from departments.models import Department, DepartmentIndex, Leader, PageDepartment
from mep_site.core.lists.filters import ListFilters, filters_of
from mep_site.core.models import PageCountry, PageTopic
from mep_site.topics.models import Topic
from mep_site.translations.languages import authoritative, get_language, languages
from news.models import (
    Activity,
    ActivityIndex,
    ActivityOverview,
    NewsArticle,
    NewsIndex,
    PolicyIndex,
)

from .test_public_pages import CODES, address
from .test_query_budget import LIST, queries_of

pytestmark = pytest.mark.every_database

FILTERED = {
    NewsIndex: ["year", "topic", "department", "programme", "country"],
    ActivityOverview: ["leader", "kind", "year", "topic", "department", "programme", "country"],
    CooperationIndex: ["topic", "department", "country"],
}


def read(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(html: BeautifulSoup) -> list[str]:
    return [heading.get_text(strip=True) for heading in html.select("main .entry h2")]


def choices(html: BeautifulSoup, name: str) -> dict[str, str]:
    options = html.select(f"#filter-{name} option[value]:not([value=''])")
    return {option["value"]: option.get_text(strip=True) for option in options}


@pytest.fixture
def news(db) -> NewsIndex:
    return NewsIndex.objects.get()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", FILTERED, ids=lambda model: model._meta.label)
def test_every_filter_of_a_list_offers_something_in_every_language(model, code, visitor):
    html = read(visitor, address(model.objects.get(), code))
    names = [select["name"] for select in html.select(".filters select")]
    assert names == FILTERED[model]
    assert all(choices(html, name) for name in names)
    assert all(html.select_one(f"label[for=filter-{name}]") for name in names)


@pytest.mark.parametrize(("model", "code"), list(zip(FILTERED, CODES, strict=True)))
def test_a_choice_counts_the_entries_that_it_leads_to(model, code, db):
    index, language = model.objects.get(), get_language(code)

    def listed(**chosen):
        return index.list_in(language, ListFilters.of(index.facets, chosen))

    with translation.override(code):
        counted = {
            (each.facet.name, choice.value): choice.count
            for each in filters_of(listed())
            for choice in each.choices
        }
    assert {name for name, _ in counted} == set(FILTERED[model])
    assert counted == {(name, value): len(listed(**{name: value})) for name, value in counted}


@pytest.mark.slow
@pytest.mark.parametrize(("model", "code"), list(zip(FILTERED, CODES, strict=True)))
def test_a_choice_shows_as_many_entries_as_it_says(model, code, visitor):
    url = address(model.objects.get(), code)
    html = read(visitor, url)
    for name in FILTERED[model]:
        value, label = list(choices(html, name).items())[-1]
        listed = read(visitor, f"{url}?{name}={value}").select("main .entry, main .cards .card")
        assert label.endswith(f"({len(listed)})"), (name, value)


def test_choices_count_beside_what_else_is_chosen(visitor, news):
    html = read(visitor, f"{address(news, 'en')}?topic=water")
    assert choices(html, "year") == {"2019": "2019 (5)"}
    assert choices(html, "topic")["nature"] == "Nature (3)", "Its own choice does not narrow it."
    both = read(visitor, f"{address(news, 'en')}?topic=water&year=2019&country=RU")
    assert titles(both) == ["Chinese and Russian experts meet in Harbin"]


def test_topics_and_countries_stand_in_the_stored_order_and_years_newest_first(visitor, news):
    html = read(visitor, address(news, "zh-hans"))
    stored = list(Topic.objects.values_list("slug", flat=True))
    offered = list(choices(html, "topic"))
    assert offered == [slug for slug in stored if slug in offered]
    assert list(choices(html, "country")) == ["KZ", "RU"]
    years = list(choices(html, "year"))
    assert years == sorted(years, reverse=True)
    Topic.objects.filter(slug="water").update(sort_order=100)
    assert list(choices(read(visitor, address(news, "zh-hans")), "topic"))[-1] == "water"


def test_what_is_chosen_stands_in_the_heading_the_title_and_the_form(visitor, news):
    html = read(visitor, f"{address(news, 'ru')}?topic=water&year=2019")
    assert html.h1.get_text() == "Новости · 2019\u00a0г. · Вода"
    assert html.title.get_text().startswith("Новости · 2019\u00a0г. · Вода")
    assert html.select_one("#filter-topic option[selected]")["value"] == "water"


def test_each_filter_is_removed_by_a_link_and_all_by_one(visitor, news):
    url = address(news, "en")
    html = read(visitor, f"{url}?topic=water&year=2019")
    links = {a.get_text(" ", strip=True): a["href"] for a in html.select(".chosen a")}
    assert list(links.values()) == [f"{url}?topic=water", f"{url}?year=2019", url]
    assert all(text.startswith("Remove") for text in links)


@pytest.mark.parametrize("code", CODES)
def test_the_filters_survive_the_language_switch_and_the_page_does_not(code, visitor, news):
    html = read(visitor, f"{address(news, code)}?topic=water&page=2")
    assert {a["hreflang"]: a["href"] for a in html.select(".language-switch a")} == {
        other.tag: f"{address(news, other.code)}?topic=water"
        for other in languages()
        if other.code != code
    }


def test_the_filters_survive_paging(visitor, news, monkeypatch):
    monkeypatch.setattr(NewsIndex, "entries_per_page", 2)
    html = read(visitor, f"{address(news, 'en')}?topic=water")
    assert html.select_one(".pagination a[rel=next]")["href"] == "?topic=water&page=2"
    second = read(visitor, f"{address(news, 'en')}?topic=water&page=2")
    assert (len(titles(html)), len(titles(second))) == (2, 2)
    assert not set(titles(html)) & set(titles(second))


def test_a_filtered_list_is_for_readers_and_not_for_search_engines(visitor, news):
    html = read(visitor, f"{address(news, 'en')}?topic=water")
    assert html.select_one('meta[name="robots"]')["content"] == "noindex, follow"
    assert not html.select('link[rel="canonical"], link[rel="alternate"][hreflang]')
    plain = read(visitor, f"{address(news, 'en')}?topic=")
    assert plain.select('link[rel="canonical"]')


@pytest.mark.parametrize(
    ("code", "words"),
    [("zh-hans", "没有符合"), ("en", "Nothing matches these filters."), ("ru", "не найдено")],
)
def test_an_empty_answer_says_so_and_leads_back(code, words, visitor, news):
    html = read(visitor, f"{address(news, code)}?topic=nonsense&year=2019").main
    assert words in html.get_text()
    assert titles(html) == []
    assert html.select(f'p a[href="{address(news, code)}"]')


HOSTILE = [
    "topic=nonsense", "topic=%00", "year=0000", "year=99999999999999999999", "year=-1",
    "year=%D9%A2%D9%A0%D9%A1%D9%A9", "country=%27%22%3C%3E", "department=%25", "leader=_",
    "topic=water&topic=air", "page=%00&topic=water", "topic=" + "a" * 10_000, "year=2019-06",
]  # fmt: skip


@pytest.mark.asvs("2.2.1", "15.3.7")
@pytest.mark.slow
@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:40])
def test_whatever_an_address_says_is_answered(query, visitor, db):
    """The overview of activities has every filter that any list has."""
    url = address(ActivityOverview.objects.get(), "ru")
    html = read(visitor, f"{url}?{query}")
    assert "a" * 200 not in html.get_text()
    feed = url.replace("/ru/", "/ru/feed/")
    assert visitor.get(f"{feed}?{query}").status_code == 200


def test_the_overview_has_every_filter_that_a_list_has():
    assert set(FILTERED[ActivityOverview]) == {
        name for names in FILTERED.values() for name in names
    }


@pytest.mark.parametrize(
    ("name", "code"), list(zip(FILTERED[ActivityOverview], cycle(CODES), strict=False))
)
def test_an_address_writes_no_words_into_the_title_of_a_list(name, code, visitor, db):
    url = address(ActivityOverview.objects.get(), code)
    html = read(visitor, f"{url}?{name}=Buy+cheap+pills")
    assert "pills" not in html.title.get_text() + html.main.get_text()
    assert " · " in html.h1.get_text(), "It says that something is chosen."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", {1: "1 item", 3: "3 items"}),
        ("ru", {1: "1 материал", 3: "3 материала", 9: "9 материалов"}),
        ("zh-hans", {14: "共14条"}),
    ],
)
def test_the_number_of_entries_is_said_in_the_right_form(code, forms, visitor, news):
    queries = ["", "?topic=air", "?topic=water", "?topic=nature"]
    said = {
        read(visitor, address(news, code) + query)
        .select_one("main [role=status]")
        .get_text(" ", strip=True)
        for query in queries
    }
    assert set(forms.values()) & said


def test_what_a_language_lacks_is_counted_under_the_filters(visitor, news):
    url = address(news, "en")
    notice = read(visitor, f"{url}?topic=participation").select_one(
        "main .notice:not(.precedence-notice)"
    )
    chinese = news.get_entries().in_language(authoritative())
    only = chinese.not_in_language(get_language("en")).filter(topics__topic__slug="participation")
    assert only.count() == 1
    assert notice.get_text(" ", strip=True).startswith("1 further page")
    links = [link["href"] for link in notice.select("p a")]
    assert f"{address(news, 'zh-hans')}?topic=participation" in links
    assert "further page" not in read(visitor, f"{url}?topic=air").main.get_text()


# Leaders


def test_the_overview_lists_the_activities_of_all_leaders_and_of_one(visitor, db):
    url = address(ActivityOverview.objects.get(), "zh-hans")
    everything = read(visitor, url)
    assert len(titles(everything)) == Activity.objects.published().count()
    leader = Leader.objects.get(slug="sample-leader")
    one = titles(read(visitor, f"{url}?leader=sample-leader"))
    assert set(one) == {
        activity.title_zh_hans for activity in Activity.objects.descendant_of(leader).published()
    }
    assert 0 < len(one) < len(titles(everything))


def test_a_leader_without_an_activity_in_the_language_is_not_offered(visitor, db):
    url = address(ActivityOverview.objects.get(), "en")
    assert "zhao-yingmin" in choices(read(visitor, url), "leader")
    activity = Activity.objects.descendant_of(Leader.objects.get(slug="zhao-yingmin")).get()
    activity.unpublish(languages=[get_language("en")])
    assert "zhao-yingmin" not in choices(read(visitor, url), "leader")


# What is not public


@pytest.mark.slow
def test_a_department_that_is_not_public_is_neither_offered_nor_named(visitor, news):
    article = NewsArticle.objects.published().in_language(get_language("en")).first()
    department = Department.objects.get(slug="air")
    PageDepartment.objects.create(page=article, department=department)
    url = address(news, "en")
    assert "air" in choices(read(visitor, url), "department")
    assert department.title_en in read(visitor, address(article, "en")).main.get_text()
    department.unpublish()
    assert "air" not in choices(read(visitor, url), "department")
    html = read(visitor, f"{url}?department=air").main.get_text()
    assert department.title_en not in html
    assert department.title_en not in read(visitor, address(article, "en")).main.get_text()


def test_drafts_do_not_count(visitor, news):
    url = address(news, "zh-hans")
    before = choices(read(visitor, url), "topic")
    draft = NewsArticle.objects.filter(live=False).first()
    PageTopic.objects.create(page=draft, topic=Topic.objects.get(slug="water"))
    assert choices(read(visitor, url), "topic") == before


# What a page is filed under


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_an_article_links_to_what_it_is_filed_under(code, visitor, news):
    """To pages that lead back to it."""
    article = NewsArticle.objects.get(slug="china-russia-expert-seminar-in-harbin")
    links = [a["href"] for a in read(visitor, address(article, code)).select("main .facts a")]
    url = address(news, code)
    assert links == [
        f"/{code}/topics/nature/",
        f"/{code}/topics/water/",
        f"/{code}/topics/cooperation/",
        f"/{code}/about/departments/international-cooperation/",
        f"/{code}/cooperation/china-russia/",
        f"{url}?country=RU",
    ]
    for link in links:
        shown = read(visitor, link).main
        assert shown.select(f'a[href="{address(article, code)}"]'), link


def test_a_programme_is_found_by_its_members(visitor, db):
    index = CooperationIndex.objects.get()
    html = read(visitor, f"{address(index, 'en')}?country=KG").main
    expected = Programme.objects.published().filter(members__country="KG").distinct()
    shown = {heading.get_text(strip=True) for heading in html.select(".card h3")}
    assert shown == {programme.title_en for programme in expected}


def test_a_name_that_a_language_lacks_is_marked(visitor, news):
    Topic.objects.filter(slug="water").update(name_en="")
    html = read(visitor, f"{address(news, 'en')}?topic=water")
    assert html.select_one("#filter-topic option[value=water]")["lang"] == "zh-Hans"
    assert html.select_one('h1 [lang="zh-Hans"]').get_text() == "水"


# Speed


@pytest.mark.slow
@pytest.mark.usefixtures("version_is_kept")
@pytest.mark.parametrize(("model", "code"), list(zip(FILTERED, CODES, strict=True)))
def test_filters_take_one_query_however_many_are_set(model, code, visitor):
    url = address(model.objects.get(), code)
    html = read(visitor, url)
    plain = queries_of(visitor, url)
    name = FILTERED[model][0]
    value = next(iter(choices(html, name)))
    read(visitor, f"{url}?{name}={value}")
    assert queries_of(visitor, f"{url}?{name}={value}") <= plain + 1 <= LIST


def test_choices_are_counted_by_the_database(visitor, news):
    Topic.objects.filter(slug="water").update(sort_order=100)
    with CaptureQueriesContext(connection) as queries:
        read(visitor, address(news, "en"))
    assert len([q for q in queries if "UNION ALL" in q["sql"] and "COUNT(" in q["sql"]]) == 1


@pytest.mark.slow
@pytest.mark.usefixtures("version_is_kept")
def test_more_articles_and_topics_do_not_mean_more_queries(visitor, news):
    url = f"{address(news, 'en')}?topic=water"
    queries_of(visitor, url)
    before = queries_of(visitor, url)
    for number in range(5):
        topic = Topic.objects.create(slug=f"topic-{number}", name_zh_hans="主题", name_en="Topic")
        for article in NewsArticle.objects.published():
            PageTopic.objects.create(page=article, topic=topic)
            PageCountry.objects.create(page=article, country_id="KZ")
    queries_of(visitor, url)
    # Perhaps one to see whether anything was published.
    assert queries_of(visitor, url) <= before + 1


def test_the_list_of_one_leader_has_filters_of_its_own(visitor, some):
    index = some(ActivityIndex)
    html = read(visitor, address(index, "en"))
    assert "leader" not in [select["name"] for select in html.select(".filters select")]
    assert choices(html, "topic")


def elsewhere(html: BeautifulSoup) -> dict[str, list[str]]:
    """The entries that a list names as missing in its language: where each can be read."""
    return {
        entry.a.b.next_sibling.strip(): [link["hreflang"] for link in entry.select("a")]
        for entry in html.select("main details.notice li")
    }


@pytest.mark.slow
@pytest.mark.parametrize("model", [NewsIndex, PolicyIndex, CooperationIndex, DepartmentIndex])
@pytest.mark.parametrize("code", CODES)
def test_a_list_says_where_each_page_that_it_lacks_can_be_read(model, code, visitor):
    index, language = model.objects.get(), get_language(code)
    missing = [
        page
        for page in index.get_entries()
        if page.live_languages and language not in page.live_languages
    ]
    html = read(visitor, address(index, code))
    said = {localized_in(page): [each.tag for each in page.live_languages] for page in missing}
    assert elsewhere(html) == said
    for link in html.select("main details.notice li a"):
        assert visitor.get(link["href"]).status_code == 200


def localized_in(page) -> str:
    """The title in the first language that the public can read the page in."""
    return getattr(page, page.live_languages[0].column("title"))


def test_a_page_that_is_public_in_english_is_never_said_to_be_in_chinese_only(visitor, news):
    entry = news.get_entries().in_language(get_language("ru")).first()
    entry.unpublish(languages=[get_language("ru")])
    entry.unpublish(languages=[authoritative()])
    html = read(visitor, address(news, "ru"))
    assert elsewhere(html)[entry.title_en] == ["en"]
    assert elsewhere(read(visitor, address(news, "zh-hans")))[entry.title_en] == ["en"]
