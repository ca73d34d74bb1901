"""What stands at the end of a page: since when it is public, and when it came to say more."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from mep_site.translations.languages import languages
from mep_site.translations.models import AuthoritativeChange, Edition
from news.models import NewsArticle

from .shown import show
from .test_public_pages import CODES, PAGE_TYPES, read
from .translations.steps import (
    CHINESE,
    ENGLISH,
    NOTE,
    RUSSIAN,
    edition,
    live,
    paragraphs,
    pinned_page,
    save,
)

CHANGES = ".page-end details:not(.page-tools)"


@pytest.fixture
def article(some) -> NewsArticle:
    """A page whose translations translate the Chinese text in force, and which never changed."""
    page = some(NewsArticle)
    for language in languages():
        setattr(page, language.column("body"), paragraphs("{}"))
    pinned_page(page)
    Edition.objects.filter(page=page).update(updated_at=None)
    return page


def updated(page: NewsArticle) -> list[str]:
    """The languages in which the page counts as updated."""
    return [
        each.language
        for each in Edition.objects.get_or_create_for_page(page).values()
        if each.updated_at
    ]


def details(client, page, code) -> str:
    found = read(client, page, code).select_one(".page-end")
    return " ".join(found.get_text(" ", strip=True).split())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_pages_with_a_text_of_their_own_are_dated_and_lists_are_not(model, code, db):
    page = show(model, code).page
    dates = show(model, code).html.select(".page-end time")
    assert bool(dates) is not page.is_list
    if dates:
        first = edition(page, next(each for each in languages() if each.code == code))
        day = timezone.localdate(first.first_published_at)
        assert dates[0]["datetime"] == day.isoformat()


@pytest.mark.parametrize(
    ("kind", "expected"), [("material", ["zh-hans"]), ("", ["zh-hans"]), ("editorial", [])]
)
def test_the_chinese_text_is_updated_unless_the_change_is_editorial(kind, expected, article):
    save(article, CHINESE, kind=kind, summary_zh_hans="新的摘要。").publish()
    assert updated(article) == expected


def test_publishing_the_same_words_again_is_no_update(article):
    save(article, CHINESE, kind="material").publish()
    save(article, CHINESE, kind="material", seo_title_zh_hans="供搜索引擎用").publish()
    save(article, ENGLISH).publish()
    assert updated(article) == []


def test_a_fact_is_no_text(article):
    save(article, CHINESE, kind="material", date="2019-06-11").publish()
    assert updated(article) == []


def test_a_reworded_translation_is_not_updated(article):
    save(article, ENGLISH, title_en="Better English").publish()
    assert live(article).title_en == "Better English"
    assert updated(article) == []


def test_a_translation_is_updated_when_it_follows_the_chinese(article):
    save(article, CHINESE, kind="material", title_zh_hans="新标题").publish()
    assert updated(article) == ["zh-hans"]
    chinese = live(article)
    pins = {**chinese.pins["ru"], **_pin_of_title(chinese)}
    save(article, RUSSIAN, title_ru="Новый заголовок", pins={**chinese.pins, "ru": pins}).publish()
    assert updated(article) == ["zh-hans", "ru"]


def _pin_of_title(page):
    from mep_site.translations.content.pins import pin_to

    return pin_to({"title": page.title_zh_hans}, ["title"], timezone.now())


def test_a_translation_that_comes_back_is_updated(article):
    live(article).unpublish(languages=[ENGLISH])
    assert updated(article) == []
    save(article, ENGLISH).publish()
    assert updated(article) == ["en"]


def test_a_new_translation_is_not_updated(article):
    page = NewsArticle(slug="new-one", title_zh_hans="新闻", title_en="News")
    article.get_parent().add_child(instance=page)
    page.save_revision().publish()
    assert updated(page) == []


def test_public_notes_stand_on_the_pages_that_have_the_change(visitor, article):
    save(article, CHINESE, kind="material", title_zh_hans="新标题").publish()
    assert NOTE["zh-hans"] in details(visitor, article, "zh-hans")
    note = NOTE["en"]
    # English readers are told at the top that their text does not have it yet.
    assert note not in details(visitor, article, "en")
    assert note in read(visitor, article, "en").select_one(".freshness-notice").get_text()


def test_editorial_changes_and_those_without_a_note_are_not_listed(visitor, article):
    save(article, CHINESE, kind="editorial", title_zh_hans="新标题。").publish()
    assert AuthoritativeChange.objects.filter(page=article).exists()
    assert not read(visitor, article, "zh-hans").select(CHANGES)


def test_the_demo_shows_an_update_in_chinese_and_russian(visitor, db):
    page = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    for code, is_listed in (("zh-hans", True), ("en", False), ("ru", True)):
        html: BeautifulSoup = read(visitor, page, code)
        assert bool(html.select(f"{CHANGES} li")) is is_listed
        assert not html.select(f"{CHANGES} li [lang]")
