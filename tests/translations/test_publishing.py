"""Publishing per language, by the actions behind all paths."""

import pytest

from mep_site.core.models import BasePage
from mep_site.media.models import SiteImage
from mep_site.translations.freshness.comparison import Freshness
from mep_site.translations.languages import get_language
from news.models import NewsArticle

from .steps import CHINESE, ENGLISH, RUSSIAN, edition, live, newest_draft, save


@pytest.mark.parametrize(("first", "second"), [("zh-hans", "en"), ("ru", "en"), ("en", "zh-hans")])
def test_a_publication_leaves_the_drafts_of_other_languages_alone(first, second, some):
    page = some(NewsArticle)
    one, other = get_language(first), get_language(second)
    before = getattr(page, one.column("title"))
    save(page, one, **{one.column("title"): "Unapproved"})
    save(page, other, **{other.column("title"): "Fixed"}).publish()
    assert getattr(live(page), one.column("title")) == before
    assert getattr(newest_draft(page), one.column("title")) == "Unapproved"
    assert getattr(live(page), other.column("title")) == "Fixed"
    assert getattr(newest_draft(page), other.column("title")) == "Fixed"
    assert live(page).has_unpublished_changes
    assert edition(page, one).has_draft
    assert not edition(page, other).has_draft


def test_unpublishing_one_language_leaves_the_others(some, visitor):
    page = some(NewsArticle)
    title = page.title_en
    page.unpublish(languages=[ENGLISH])
    assert live(page).live
    assert not live(page).title_en
    assert newest_draft(page).title_en == title
    assert edition(page, ENGLISH).is_withdrawn
    assert edition(page, RUSSIAN).is_live
    assert edition(page, CHINESE).is_live


def test_a_page_is_locked_before_anything_of_it_is_published_or_unpublished(some, locked):
    page = some(NewsArticle)
    draft = save(page, ENGLISH, title_en="Fixed")
    for act in (draft.publish, lambda: page.unpublish(languages=[ENGLISH])):
        locked.clear()
        act()
        assert locked == [BasePage]


def test_a_program_publishes_all_languages(some):
    page = some(NewsArticle)
    page.title_en = page.title_ru = "Both"
    page.pins = {}
    page.save_revision().publish()
    assert (live(page).title_en, live(page).title_ru) == ("Both", "Both")
    assert edition(page, ENGLISH).freshness == Freshness.UNKNOWN


def body(*blocks):
    """A body of paragraphs and pictures; each block is its id and its text or the picture's key."""
    return [
        {"type": "picture", "id": name, "value": {"image": value, "alt_text": "", "caption": ""}}
        if isinstance(value, int)
        else {"type": "paragraph", "id": name, "value": f"<p>{value}</p>"}
        for name, value in blocks
    ]


@pytest.fixture
def illustrated(some):
    """A live article with a picture between two paragraphs, in Chinese and English."""
    first, second = SiteImage.objects.order_by("pk").values_list("pk", flat=True)[:2]
    page = some(NewsArticle)
    page.body_zh_hans = body(("a", "一"), ("p", first), ("b", "二"))
    page.body_en = body(("a", "One"), ("p", first), ("extra", "More of it"), ("b", "Two"))
    page.save_revision().publish()
    return page, first, second


def english_of(page):
    return [
        (block["id"], block["value"]["image"] if block["type"] == "picture" else block["value"])
        for block in live(page).body_en.raw_data
    ]


def test_a_live_translation_follows_the_structure_of_the_chinese(illustrated):
    page, _, second = illustrated
    save(page, CHINESE, body_zh_hans=body(("b", "二"), ("p", second), ("a", "一"))).publish()
    assert english_of(page) == [
        ("b", "<p>Two</p>"),
        ("p", second),
        ("a", "<p>One</p>"),
        ("extra", "<p>More of it</p>"),
    ]


def test_words_stay_and_pictures_go_with_a_chinese_block_that_is_removed(illustrated):
    page, _, _ = illustrated
    save(page, CHINESE, body_zh_hans=body(("b", "二"))).publish()
    assert [name for name, _ in english_of(page)] == ["a", "extra", "b"]
