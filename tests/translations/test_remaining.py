"""What is left to do in each translation, since when readers wait, and for which change."""

from io import StringIO

import pytest
from django.core.management import call_command

from mep_site.translations.freshness.remaining import number_of_characters
from mep_site.translations.models import AuthoritativeChange, Edition
from news.models import NewsArticle, NewsIndex

from ..admin_forms import done, edit_url, send, unit
from .steps import CHINESE, ENGLISH, IDS, RUSSIAN, edition, live, paragraphs, save

pytestmark = pytest.mark.every_database

FIRST = f"body.{IDS[0]}"


@pytest.fixture(autouse=True)
def _everything_agrees(db):
    """Whatever a test does, all editions agree with their pages afterwards."""
    yield
    call_command("check_editions", stdout=StringIO())


def left(page, language):
    found = edition(page, language)
    return found.open_units, found.open_characters


@pytest.mark.parametrize(
    ("text", "number"),
    [("第一段", 3), ("<p>第 一&nbsp;段</p>", 3), ("PM2.5 浓度", 7), ("<p></p>", 0), ("", 0)],
)
def test_characters_are_counted_without_spaces_and_markup(text, number):
    assert number_of_characters(text) == number


def test_a_translation_that_follows_the_chinese_has_nothing_left(page):
    assert left(page, ENGLISH) == (0, 0)
    assert edition(page, ENGLISH).waits_since is None


def test_a_material_change_leaves_the_characters_that_changed(page):
    save(page, CHINESE, kind="material", title_zh_hans="新的标题").publish()
    assert left(page, ENGLISH) == left(page, RUSSIAN) == (1, 4)
    found, change = edition(page, ENGLISH), AuthoritativeChange.objects.get(page_id=page.pk)
    assert (found.waits_since, found.change_kind) == (change.published_at, "material")


def test_an_editorial_change_leaves_nothing(page):
    save(page, CHINESE, kind="editorial", title_zh_hans="标题。").publish()
    assert left(page, ENGLISH) == (0, 0)
    assert edition(page, ENGLISH).change_kind == ""


def test_a_page_that_is_not_translated_is_left_as_a_whole():
    index = NewsIndex.objects.first()
    article = NewsArticle(title_zh_hans="标题", slug="new", body_zh_hans=paragraphs("第{}段"))
    index.add_child(instance=article)
    assert left(article, ENGLISH) == (4, 11)
    assert edition(article, ENGLISH).waits_since is not None


def test_what_is_not_public_in_chinese_leaves_nothing():
    article = NewsArticle(title_zh_hans="标题", slug="new", live=False)
    NewsIndex.objects.first().add_child(instance=article)
    assert left(article, ENGLISH) == (0, 0)
    assert edition(article, ENGLISH).waits_since is None


def test_a_draft_that_is_half_done_counts_by_its_open_texts(page, english_translator):
    save(
        page, CHINESE, kind="material", title_zh_hans="新题", body_zh_hans=paragraphs("改{}")
    ).publish()
    assert left(page, ENGLISH) == (4, 8)
    url = edit_url(page, "en")
    send(english_translator, url, **{unit("title"): "New title", done("title"): "done"})
    assert left(page, ENGLISH) == (3, 6)
    assert left(page, RUSSIAN) == (4, 8)
    assert edition(page, ENGLISH).freshness == "behind", "Readers have nothing of it yet."


def test_a_text_in_work_is_left_until_it_is_declared_done(page, english_translator):
    send(
        english_translator, edit_url(page, "en"), **{unit("title"): "Half a ti", done("title"): ""}
    )
    assert left(page, ENGLISH) == (1, 2)


def test_a_draft_of_another_language_changes_nothing(page):
    save(page, CHINESE, kind="material", title_zh_hans="新题").publish()
    save(page, RUSSIAN, title_ru="Новый")
    save(page, CHINESE, title_zh_hans="未批准")
    assert left(page, ENGLISH) == (1, 2)


def test_a_withdrawn_translation_says_so_and_is_left_with_what_differs(page):
    save(page, CHINESE, kind="withdraw", title_zh_hans="新题").publish()
    found = edition(page, ENGLISH)
    assert (found.state, found.change_kind) == ("withdrawn", "withdraw")
    assert left(page, ENGLISH) == (1, 2)
    assert found.waits_since == found.withdrawn_at


def test_what_the_columns_do_not_say_is_mended(page):
    save(page, CHINESE, kind="material", title_zh_hans="新题").publish()
    own = Edition.objects.filter(page_id=page.pk)
    own.update(open_units=0, open_characters=0, waits_since=None, change_kind="")
    call_command("check_editions", mend=True, stdout=StringIO())
    assert left(live(page), ENGLISH) == (1, 2)
    assert edition(page, ENGLISH).change_kind == "material"
