"""A list says the same however long it is, and counts once for each version of what is public."""

from random import Random

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import PageViewRestriction

from mep_site.core.lists.elsewhere import entries_elsewhere
from mep_site.core.lists.filters import ListFilters, filters_of
from mep_site.core.models import PageCountry, PageTopic
from mep_site.topics.models import Topic
from mep_site.translations.languages import get_language, languages
from mep_site.translations.models import Edition
from news.models import NewsArticle, NewsIndex

from .test_lists import choices, titles
from .test_public_pages import CODES, address

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.every_database,
    pytest.mark.usefixtures("version_is_kept"),
]

DATES = ("", "2019", "2019-06", "2019-06-05", "2019-06-05", "2021-01-01")
PER_PAGE = 3


@pytest.fixture
def news():
    return NewsIndex.objects.get()


def seen(client, url):
    """What a visitor sees, and how often something was counted for it."""
    with CaptureQueriesContext(connection) as queries:
        html = BeautifulSoup(client.get(url).content, "html.parser")
    return html, sum("COUNT(" in query["sql"] for query in queries if "edition" in query["sql"])


def another(news, number=0, **fields):
    """One article more."""
    texts = {language.column("title"): f"{language.code} {number}" for language in languages()}
    article = NewsArticle(slug=f"x-{number}", **{"date": "2026-11-26", **texts, **fields})
    return news.add_child(instance=article)


@pytest.mark.parametrize("code", CODES)
def test_a_list_is_counted_once_until_something_is_published(code, visitor, news):
    another(news)
    _, first = seen(visitor, address(news, code))
    html, second = seen(visitor, address(news, code))
    assert first > 0
    assert second == 0
    assert all(choices(html, name) for name in ("year", "topic", "country"))


def test_a_new_entry_is_listed_and_counted_at_once(visitor, news):
    before, _ = seen(visitor, address(news, "en"))
    another(news)
    after, counted = seen(visitor, address(news, "en"))
    assert counted > 0
    assert titles(after)[0] == "en 0"
    assert "2026" not in choices(before, "year")
    assert "2026" in choices(after, "year")


# The same by the index as by all pages


def plainly(news, language, chosen):
    """The list from the pages themselves, without any of what makes it quick."""
    entries = NewsArticle.objects.child_of(news).live().public().order_by("-date", "-path")
    conditions = {
        "year": lambda page, value: str(page.date).startswith(value),
        "topic": lambda page, value: value in {row.topic.slug for row in page.topics.all()},
        "country": lambda page, value: value in {r.country_id for r in page.countries.all()},
    }
    return [
        page
        for page in entries
        if language in page.live_languages
        and all(conditions[name](page, value) for name, value in chosen.items())
    ]


def random_change(news, choose, number):
    """Publish, withdraw, date, file, move or restrict something."""
    article = choose.choice(NewsArticle.objects.child_of(news).filter(depth=news.depth + 1))
    match choose.randrange(7):
        case 0 | 1:
            new = another(news, number, date=choose.choice(DATES))
            PageTopic.objects.create(page=new, topic=choose.choice(Topic.objects.all()))
        case 2:
            article.date = choose.choice(DATES)
            article.save()
        case 3:
            PageCountry.objects.create(page=article, country_id=choose.choice(("RU", "KZ")))
        case 4:
            article.unpublish(languages=[choose.choice(languages())])
        case 5:
            article.move(news, pos=choose.choice(("first-child", "last-child")))
        case 6:
            PageViewRestriction.objects.get_or_create(page=article, restriction_type="login")


def random_filters(choose):
    values = {"year": ("2019", "2021", "1999"), "topic": ("water", "air"), "country": ("RU",)}
    return {name: choose.choice(of) for name, of in values.items() if choose.random() < 0.3}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_every_page_of_a_list_is_what_all_pages_together_say(seed, news):
    choose = Random(seed)
    for number in range(12):
        random_change(news, choose, number)
        news = NewsIndex.objects.get()
        language, chosen = choose.choice(languages()), random_filters(choose)
        filters = ListFilters.of(news.facets, chosen)
        listed, expected = news.list_in(language, filters), plainly(news, language, chosen)
        paginator = Paginator(listed, PER_PAGE)
        assert paginator.count == len(expected), (number, chosen)
        pages = [page for each in paginator for page in each]
        assert [page.pk for page in pages] == [page.pk for page in expected], (number, chosen)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4, 7))
def test_what_filters_and_notices_count_is_what_all_pages_together_say(seed, news):
    choose = Random(seed)
    for number in range(8):
        random_change(news, choose, number)
    for language in languages():
        chosen = random_filters(choose)
        listed = news.list_in(language, ListFilters.of(news.facets, chosen))
        with translation.override(language.code):
            shown = {each.facet.name: each for each in filters_of(listed)}
        for name in ("year", "topic", "country"):
            for choice in shown[name].choices if name in shown else ():
                beside = plainly(news, language, {**chosen, name: choice.value})
                assert choice.count == len(beside), (name, choice.value)
        anywhere = {p.pk for each in languages() for p in plainly(news, each, chosen)}
        here = {page.pk for page in plainly(news, language, chosen)}
        assert entries_elsewhere(listed).count == len(anywhere - here)


def test_places_in_lists_follow_a_section_that_is_moved(news, home):
    section = NewsIndex.objects.get().get_parent()
    article = another(news)
    news.move(home, pos="first-child")
    edition = Edition.objects.get(page=article, language="en")
    article.refresh_from_db()
    assert section.pk != article.pk
    assert edition.parent_path + edition.path_end == article.path
    wrong = [
        edition.pk
        for edition in Edition.objects.select_related("page")
        if edition.parent_path + edition.path_end != edition.page.path
    ]
    assert wrong == []


def test_the_far_end_of_a_list_is_read_from_its_end(news):
    for number in range(7):
        another(news, number)
    listed = NewsIndex.objects.get().list_in(get_language("en"), ListFilters.of((), {}))
    with CaptureQueriesContext(connection) as queries:
        listed[len(listed) - 2 : len(listed)]
    keys = next(query["sql"] for query in queries if "edition" in query["sql"])
    assert "OFFSET" not in keys
