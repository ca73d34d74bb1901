"""What a visitor gets: every page type in every language."""

from copy import copy
from itertools import cycle

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from cooperation.models import Programme
from departments.models import Department
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.translations.languages import authoritative, get_language, languages
from news.models import NewsArticle, NewsIndex

from .measuring.places import CODES, PAGE_TYPES, PLACES, address
from .shown import show

pytestmark = pytest.mark.usefixtures("version_is_kept")


def read(client: Client, page: BasePage, code: str) -> BeautifulSoup:
    response = client.get(address(page, code))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def without_russian(db) -> BasePage:
    page = NewsArticle.objects.published().filter(title_ru__isnull=True, title_en__gt="").first()
    return page or NewsArticle.objects.published().filter(title_ru="", title_en__gt="").first()


@pytest.fixture
def without_english(db) -> BasePage:
    everything = BasePage.objects.published().filter(title_zh_hans__gt="")
    return everything.not_in_language(languages()[1]).filter(depth__gt=1).first()


@pytest.mark.slow
@pytest.mark.every_database
def test_every_kind_of_address_answers_as_it_should(visitor, db):
    """In one language each, by turns."""
    asked = {
        place.name: place.address(code) for place, code in zip(PLACES, cycle(CODES), strict=False)
    }
    answers = {name: visitor.get(url).status_code for name, url in asked.items()}
    assert answers == {place.name: place.status for place in PLACES}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_every_page_type_answers_in_every_language(model, code, db):
    page, html = show(model, code).page, show(model, code).html
    language = next(language for language in languages() if language.code == code)
    assert html.html["lang"] == language.tag
    assert len(html.select("h1")) == 1
    assert getattr(page, language.column("title")) in html.select_one("h1").get_text()
    assert getattr(page, language.column("title")) in html.title.get_text()
    assert not html.select('meta[name="robots"][content*="noindex"]')


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_the_language_switch_leads_to_this_page(model, code, db):
    page, html = show(model, code).page, show(model, code).html
    links = {a["hreflang"]: a for a in html.select("header a[hreflang]")}
    assert set(links) == {language.tag for language in languages() if language.code != code}
    for language in languages():
        if language.code != code:
            assert links[language.tag]["href"] == address(page, language.code)
            assert links[language.tag]["lang"] == language.tag
            assert language.name in links[language.tag].get_text()


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_text_in_another_language_says_so(model, db):
    """On an English or Russian page no Chinese stands outside an element marked as Chinese."""
    for code in ("en", "ru"):
        html = copy(show(model, code).html)
        for marked in html.select('[lang="zh-Hans"], script, style'):
            marked.decompose()
        chinese = [char for char in html.get_text() if "\u4e00" <= char <= "\u9fff"]
        assert chinese == [], f"{code}: {''.join(chinese)}"


@pytest.mark.parametrize(
    ("code", "notice"),
    [("en", "Chinese"), ("ru", "китайск")],
)
def test_a_translation_says_that_the_chinese_prevails_and_leads_to_it(code, notice, visitor, some):
    article = some(NewsArticle)
    html = read(visitor, article, code)
    precedence = html.select_one(".precedence-notice")
    assert notice in precedence.get_text()
    assert precedence.a["href"] == address(article, "zh-hans")
    assert precedence.a["hreflang"] == "zh-Hans"


def test_the_chinese_page_has_no_such_notice(visitor, some):
    assert not read(visitor, some(NewsArticle), "zh-hans").select(".precedence-notice")


def test_a_page_without_a_text_says_so_and_offers_those_that_exist(visitor, without_russian):
    html = read(visitor, without_russian, "ru")
    main = html.select_one("main")
    assert html.html["lang"] == "ru"
    assert "рус" in html.select_one("h1").get_text().lower()
    assert html.select_one('meta[name="robots"]')["content"] == "noindex"
    offers = {a["hreflang"]: a["href"] for a in main.select("a[hreflang]")}
    assert offers == {
        language.tag: address(without_russian, language.code)
        for language in without_russian.available_languages
    }
    assert not [
        p
        for p in main.select("p, h1, h2")
        if not p.find_parents(lang="zh-Hans")
        and any(
            "\u4e00" <= c <= "\u9fff" for c in "".join(p.find_all(string=True, recursive=False))
        )
    ]


def test_a_page_without_a_text_shows_the_original_and_what_is_new(visitor, without_russian):
    main = read(visitor, without_russian, "ru").select_one("main")
    original = main.select_one(".original")
    assert (original["lang"], original.h2.get_text()) == ("zh-Hans", without_russian.title_zh_hans)
    assert original.h2.a["href"] == address(without_russian, "zh-hans")
    assert original.select_one("time")["datetime"] == str(without_russian.date)
    assert bool(original.img) is bool(without_russian.image)
    newest = NewsArticle.objects.published().in_language(get_language("ru")).order_by("-date")
    offered = [a["href"] for a in main.select(".margin .dated-list a")]
    assert offered[0] == address(newest.first(), "ru")
    assert len(offered) == 5


def test_what_is_new_is_looked_for_once_until_something_is_published(visitor, without_russian):
    read(visitor, without_russian, "ru")
    with CaptureQueriesContext(connection) as queries:
        main = read(visitor, without_russian, "ru").select_one("main")
    assert main.select(".margin .dated-list a")
    assert not [each["sql"] for each in queries if "LIMIT 5" in each["sql"]]


def test_a_page_above_which_nothing_is_dated_offers_the_news(visitor, some):
    department = some(Department)
    Department.objects.filter(pk=department.pk).update(title_ru="")
    Department.objects.get(pk=department.pk).save()
    main = read(visitor, department, "ru").select_one("main")
    (news,) = {a["href"].split("/")[2] for a in main.select(".margin .dated-list a")}
    assert news == "news"


def test_a_page_without_english_says_so_in_english(visitor, without_english):
    html = read(visitor, without_english, "en")
    assert "English" in html.select_one("h1").get_text()
    assert without_english.title_zh_hans in html.select_one('main [lang="zh-Hans"]').get_text()


def test_lists_hold_only_what_has_a_text_in_the_language(visitor, some, without_russian):
    index = without_russian.get_parent().specific
    assert isinstance(index, NewsIndex)
    english, russian = (read(visitor, index, code).select_one("main") for code in ("en", "ru"))
    assert english.select(f'a[href="{address(without_russian, "en")}"]')
    assert not russian.select(f'a[href="{address(without_russian, "ru")}"]')
    assert russian.select(f'a[href="{address(index, "zh-hans")}"]'), "The rest is in Chinese."


def test_alternates_name_only_languages_that_have_a_text(visitor, some, without_russian):
    def alternates(page):
        links = read(visitor, page, "zh-hans").select('link[rel="alternate"][hreflang]')
        return {link["hreflang"] for link in links}

    assert alternates(some(NewsArticle)) == {"zh-Hans", "en", "ru", "x-default"}
    assert alternates(without_russian) == {"zh-Hans", "en", "x-default"}


def test_drafts_and_private_pages_are_in_no_list(visitor, home):
    article = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    index = article.get_parent().specific

    def is_listed():
        pages = (home, index)
        return [
            bool(
                read(visitor, page, "zh-hans").select(
                    f'main a[href="{address(article, "zh-hans")}"]'
                )
            )
            for page in pages
        ]

    for model in (NewsArticle.objects.filter(pk=article.pk), article.editions):
        model.update(date="2030-01-01")
    assert is_listed() == [True, True]
    restriction = PageViewRestriction.objects.create(
        page=index, restriction_type=PageViewRestriction.LOGIN
    )
    assert not BasePage.objects.published().filter(pk=article.pk).exists()
    assert visitor.get(address(article, "zh-hans")).status_code == 302
    restriction.delete()
    NewsArticle.objects.get(pk=article.pk).unpublish()
    assert is_listed() == [False, False]
    assert visitor.get(address(article, "zh-hans")).status_code == 404


def test_a_private_page_asks_for_a_login_in_the_language_of_its_address(visitor, db):
    page = BasePage.objects.get(slug="working-materials")
    response = visitor.get(address(page, "ru"), follow=True)
    html = BeautifulSoup(response.content, "html.parser")
    assert html.html["lang"] == "ru"
    assert html.select_one("h1").get_text() == "Вход"
    refused = visitor.post(
        html.select_one("main form.form")["action"],
        {"login": "editor", "password": "wrong", "next": address(page, "ru")},
    )
    assert BeautifulSoup(refused.content, "html.parser").select_one('[role="alert"]')
    admitted = visitor.post(
        html.select_one("main form.form")["action"],
        {"login": "editor", "password": "demo-editor", "next": address(page, "ru")},
        follow=True,
    )
    assert page.title_ru in admitted.content.decode()
    assert "private" in admitted.headers["Cache-Control"]


def test_nothing_is_shown_that_is_not_filled_in(visitor, home):
    from mep_site.siteconfig.models import SiteConfiguration

    footer = read(visitor, home, "en").footer
    assert "©" in footer.get_text()
    SiteConfiguration.objects.update(copyright_line_en="", rights_notice_en="", icp_number="")
    footer = read(visitor, home, "en").footer
    assert "©" not in footer.get_text()
    assert not [tag for tag in footer.select("p, li, dd") if not tag.get_text(strip=True)]
    SiteConfiguration.objects.update(icp_number="ICP 12345678")
    assert "ICP 12345678" in read(visitor, home, "en").footer.get_text()


def test_members_stand_in_the_stored_order_in_every_language(visitor):
    programme = next(p for p in Programme.objects.published() if p.members.count() > 6)
    stored = [m.country for m in programme.members.filter(status="member") if m.country]
    for language in languages():
        text = read(visitor, programme, language.code).select_one("main").get_text()
        names = [getattr(country, language.column("short_name")) for country in stored]
        places = [text.rindex(name) for name in names]
        listed = [name for _, name in sorted(zip(places, names, strict=True))]
        assert set(listed) == set(names)


def test_the_breadcrumb_names_every_page_above(visitor, some):
    article = some(NewsArticle)
    crumbs = read(visitor, article, "en").select('nav[aria-label="Breadcrumb"] a')
    above = [page for page in article.get_ancestors() if page.depth > 1]
    assert [a["href"] for a in crumbs] == [address(page, "en") for page in above]


def test_the_heading_of_the_site_leads_home(visitor, some):
    html = read(visitor, some(NewsArticle), "ru")
    assert html.select_one("header a[href='/ru/']")


def test_there_is_one_home_page(db):
    assert HomePage.objects.count() == 1
    assert authoritative().code == "zh-hans"
