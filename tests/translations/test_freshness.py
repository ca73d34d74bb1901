"""Pins and freshness: what a translation was made from, whatever happens to the Chinese text."""

import json
from datetime import UTC, datetime

import pytest

from cooperation.models import Programme
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import confirmed, fingerprint, moved, pin_to
from mep_site.translations.freshness.comparison import (
    Freshness,
    compare,
    compare_texts,
)
from mep_site.translations.models import AuthoritativeChange, AuthoritativeText, Edition
from mep_site.translations.reading.freshness_notice import freshness_notice_of
from news.models import NewsArticle

from .steps import (
    CHINESE,
    ENGLISH,
    MAY,
    RUSSIAN,
    edition,
    live,
    newest_draft,
    pinned_page,
    save,
    states,
)

JUNE = datetime(2019, 6, 10, tzinfo=UTC)

ONE_TWO = {"one": "一", "two": "二"}
EN_ONE_TWO = {"one": "one", "two": "two"}


def pinned(chinese, published=MAY):
    return pin_to(chinese, chinese, published)


# The verdict


@pytest.mark.parametrize(
    ("chinese", "translated", "pins", "expected"),
    [
        (ONE_TWO, EN_ONE_TWO, pinned(ONE_TWO), Freshness.CURRENT),
        (ONE_TWO, {"one": "one"}, pinned({"one": "一"}), Freshness.PARTIAL),
        (ONE_TWO, EN_ONE_TWO, pinned({"one": "壹", "two": "二"}), Freshness.BEHIND),
        (ONE_TWO, EN_ONE_TWO, pinned({"one": "一"}), Freshness.UNKNOWN),
        (ONE_TWO, EN_ONE_TWO, {}, Freshness.UNKNOWN),
        ({}, EN_ONE_TWO, {}, Freshness.UNKNOWN),
        ({"one": "一"}, EN_ONE_TWO, pinned(ONE_TWO), Freshness.BEHIND),
        ({"one": "一"}, EN_ONE_TWO, pinned({"one": "一"}), Freshness.CURRENT),
        (ONE_TWO, {"one": "one"}, pinned({"one": "壹"}), Freshness.BEHIND),
        (ONE_TWO, EN_ONE_TWO, pinned({"one": "壹"}), Freshness.BEHIND),
        (ONE_TWO, {"one": "one"}, {}, Freshness.UNKNOWN),
    ],
    ids=[
        "all is translated",
        "one is missing",
        "one has changed",
        "of one it is not known",
        "nothing is known",
        "there is no Chinese",
        "one is gone in Chinese",
        "one never had a Chinese",
        "behind outweighs missing",
        "behind outweighs unknown",
        "unknown outweighs missing",
    ],
)
def test_the_verdict(chinese, translated, pins, expected):
    assert compare_texts(chinese, translated, pins).freshness == expected


def test_a_comparison_names_the_texts():
    chinese = {"same": "一", "changed": "二", "missing": "三", "unpinned": "四"}
    translated = {"same": "1", "changed": "2", "unpinned": "4", "gone": "5", "own": "6"}
    pins = pinned({"same": "一", "changed": "贰", "gone": "五"})
    comparison = compare_texts(chinese, translated, pins)
    assert comparison.changed == ("changed",)
    assert comparison.missing == ("missing",)
    assert comparison.removed == ("gone",)
    assert comparison.unpinned == ("unpinned",)
    assert comparison.differing == 2


def test_a_translation_renders_the_newest_chinese_that_it_was_made_from():
    pins = pinned({"one": "一"}, MAY) | pinned({"two": "二"}, JUNE)
    assert compare_texts(ONE_TWO, EN_ONE_TWO, pins).translates_text_of == JUNE
    assert compare_texts(ONE_TWO, {"one": "one"}, pins).translates_text_of == MAY
    assert compare_texts(ONE_TWO, EN_ONE_TWO, {}).translates_text_of is None


def test_a_translation_without_a_title_is_absent():
    content = {"title_zh_hans": "题", "title_en": " ", "summary_en": "S"}
    assert compare(Content(NewsArticle, content), ENGLISH).freshness == Freshness.ABSENT


def test_the_chinese_text_is_always_current():
    content = {"title_zh_hans": "题"}
    assert compare(Content(NewsArticle, content), CHINESE).freshness == Freshness.CURRENT


def test_texts_for_search_engines_make_no_translation_incomplete():
    content = {"title_zh_hans": "题", "seo_title_zh_hans": "题", "title_en": "T"}
    pinned_content = Content(NewsArticle, content).with_pins(ENGLISH, pinned({"title": "题"}))
    assert compare(pinned_content, ENGLISH).freshness == Freshness.CURRENT


# Fingerprints


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('<p data-block-key="ab1">水</p>', '<p data-block-key="zz9">水</p>', True),
        ('<p data-block-key="ab1">水</p>', "<p>水</p>", True),
        ("水  质\n", " 水 质", True),
        ("<p>水</p>", "<p><b>水</b></p>", False),
        ("水", "水。", False),
        ('<a href="1">水</a>', '<a href="2">水</a>', False),
        ("data-block-key", "", False),
    ],
)
def test_texts_that_read_the_same_have_the_same_fingerprint(one, other, same):
    assert (fingerprint(one) == fingerprint(other)) is same


# Pins


def test_an_editorial_change_moves_the_pins_that_were_up_to_date():
    old, new = {"a": "一", "b": "二"}, {"a": "一。", "b": "二。"}
    pins = pinned({"a": "一", "b": "贰"})
    after = moved(pins, old, new, JUNE)
    assert after["a"] == {"text": fingerprint("一。"), "date": JUNE.isoformat()}
    assert after["b"] == pins["b"]


def test_an_editorial_change_gives_no_pin_to_what_had_none():
    assert moved({}, {"a": "一"}, {"a": "一。"}, JUNE) == {}


def test_an_editorial_change_keeps_the_pin_of_a_text_that_is_gone():
    pins = pinned({"a": "一"})
    assert moved(pins, {"a": "一"}, {}, JUNE) == pins


def test_a_pin_to_a_draft_gets_its_date_when_that_draft_is_published():
    pins = pin_to({"a": "一", "b": "二"}, ["a", "b"], None)
    after = confirmed(pins, {"a": "一", "b": "贰"}, JUNE)
    assert after["a"]["date"] == JUNE.isoformat()
    assert after["b"] == pins["b"]


def test_a_pin_to_a_published_text_keeps_its_date():
    pins = pinned({"a": "一"}, MAY)
    assert confirmed(pins, {"a": "一"}, JUNE) == pins


# Blocks


def paragraph(name, text):
    return {"type": "paragraph", "id": name, "value": text}


A, B, C = (paragraph(name, f"<p>{name} 中</p>") for name in "abc")
EXTRA = paragraph("d", "<p>d 中</p>")
CHANGED_B = paragraph("b", "<p>b 改</p>")


def translated(*body):
    """A content of which every text is translated."""
    columns = {"title_zh_hans": "题", "title_en": "T", "body_zh_hans": json.dumps(body)}
    return fully_translated(Content(NewsArticle, columns))


def fully_translated(content):
    chinese = content.shown_texts(CHINESE)
    english = content.with_texts(ENGLISH, {unit: f"en {unit}" for unit in chinese})
    return english.with_pins(ENGLISH, pinned(chinese))


@pytest.mark.parametrize(
    ("chinese", "verdict", "changed", "missing", "removed"),
    [
        ([C, A, B], Freshness.CURRENT, (), (), ()),
        ([A, EXTRA, B, C], Freshness.PARTIAL, (), ("body.d",), ()),
        ([A, A | {"id": "copy"}, B, C], Freshness.PARTIAL, (), ("body.copy",), ()),
        ([A, C], Freshness.BEHIND, (), (), ("body.b",)),
        ([C, CHANGED_B, A], Freshness.BEHIND, ("body.b",), (), ()),
        ([A, CHANGED_B, EXTRA, C], Freshness.BEHIND, ("body.b",), ("body.d",), ()),
    ],
    ids=["moved", "added", "copied", "deleted", "moved and changed", "split"],
)
def test_pins_follow_the_block_and_not_the_position(chinese, verdict, changed, missing, removed):
    content = translated(A, B, C).with_columns({"body_zh_hans": json.dumps(chinese)})
    comparison = compare(content, ENGLISH)
    assert comparison.freshness == verdict
    assert comparison.changed == changed
    assert comparison.missing == missing
    assert comparison.removed == removed


def achievement(name, *children):
    value = {"heading": name, "text": list(children)}
    return {"type": "achievement", "id": name, "value": value}


def test_pins_follow_a_block_into_another_block():
    body = [achievement("x", A, B), achievement("y", C)]
    columns = {"title_zh_hans": "题", "title_en": "T", "achievements_zh_hans": json.dumps(body)}
    content = fully_translated(Content(Programme, columns))
    nested = [achievement("x", A), achievement("y", CHANGED_B, C)]
    moved_into = content.with_columns({"achievements_zh_hans": json.dumps(nested)})
    comparison = compare(moved_into, ENGLISH)
    assert comparison.changed == ("achievements.b",)
    assert comparison.removed == comparison.missing == ()


def test_pins_follow_rows_that_are_moved():
    rows = [{"key": key, "text_zh_hans": key, "text_en": key} for key in "ab"]
    content = Content(Programme, {"title_zh_hans": "题", "title_en": "T", "milestones": rows})
    content = content.with_pins(ENGLISH, pinned(content.shown_texts(CHINESE)))
    moved_rows = content.with_columns({"milestones": rows[::-1]})
    assert compare(moved_rows, ENGLISH).freshness == Freshness.CURRENT


# Publications


@pytest.fixture
def page(some):
    """An article whose English and Russian texts translate the Chinese one that is public."""
    return pinned_page(some(NewsArticle))


def freshness(page, language=ENGLISH):
    return edition(page, language).freshness


def differing(page, language=ENGLISH):
    return edition(page, language).differing


def test_a_translation_that_renders_the_chinese_is_current(page):
    assert (freshness(page, ENGLISH), freshness(page, RUSSIAN)) == ("current", "current")


def test_a_chinese_draft_changes_nothing(page):
    save(page, CHINESE, title_zh_hans="未批准")
    assert Edition.objects.refresh_from_page(live(page)) == []
    assert freshness(page) == Freshness.CURRENT
    assert not AuthoritativeChange.objects.filter(page_id=page.pk).exists()


@pytest.mark.parametrize("kind", [None, "material"])
def test_a_material_change_leaves_both_translations_behind(page, kind):
    save(page, CHINESE, kind, title_zh_hans="新题").publish()
    assert (freshness(page, ENGLISH), freshness(page, RUSSIAN)) == ("behind", "behind")
    assert differing(page) == 1
    assert AuthoritativeChange.objects.get(page_id=page.pk).kind == "material"


def test_a_translation_is_behind_since_the_first_change_that_it_does_not_follow(page):
    assert edition(page, ENGLISH).waits_since is None
    for title in ("新题", "更新的题"):
        save(page, CHINESE, title_zh_hans=title).publish()
        assert Edition.objects.refresh_from_page(live(page)) == []
    newest, first = AuthoritativeChange.objects.filter(page_id=page.pk)
    assert edition(page, ENGLISH).waits_since == first.published_at
    pins = live(page).pins
    pins["en"] |= pin_to({"title": "新题"}, ["title"], first.published_at)
    save(page, ENGLISH, pins=pins).publish()
    assert edition(page, ENGLISH).waits_since == newest.published_at
    assert edition(page, RUSSIAN).waits_since == first.published_at


def test_a_translation_that_was_never_told_of_a_change_is_behind_since_the_newest_chinese(page):
    save(page, CHINESE, title_zh_hans="新题").publish()
    AuthoritativeChange.objects.all().delete()
    Edition.objects.refresh_from_page(live(page))
    texts = AuthoritativeText.objects.filter(page_id=page.pk)
    newest = texts.latest("published_at").published_at
    assert edition(page, ENGLISH).waits_since == newest
    texts.delete()
    Edition.objects.refresh_from_page(live(page))
    behind = edition(page, ENGLISH)
    assert behind.waits_since == behind.first_published_at != newest


def test_an_editorial_change_leaves_translations_current(page):
    save(page, CHINESE, "editorial", title_zh_hans="新题").publish()
    assert (freshness(page, ENGLISH), freshness(page, RUSSIAN)) == ("current", "current")
    change = AuthoritativeChange.objects.get(page_id=page.pk)
    assert (change.kind, change.note_en) == ("editorial", "A number was corrected.")


def test_an_editorial_change_leaves_behind_what_was_behind(page):
    save(page, CHINESE, title_zh_hans="新题").publish()
    save(page, CHINESE, "editorial", title_zh_hans="新题。").publish()
    assert freshness(page) == Freshness.BEHIND


def test_a_kind_counts_for_one_publication_only(page):
    save(page, CHINESE, "editorial", title_zh_hans="新题").publish()
    save(page, CHINESE, title_zh_hans="另一题").publish()
    assert freshness(page) == Freshness.BEHIND


def test_a_translation_begun_before_a_chinese_change_and_published_after_it_is_behind(page):
    save(page, ENGLISH, title_en="Begun early")
    save(page, CHINESE, title_zh_hans="新题").publish()
    save(page, ENGLISH).publish()
    assert live(page).title_en == "Begun early"
    assert freshness(page) == Freshness.BEHIND


def test_an_editorial_change_also_moves_the_pins_of_a_translation_in_progress(page):
    save(page, ENGLISH, title_en="Begun early")
    save(page, CHINESE, "editorial", title_zh_hans="新题").publish()
    save(page, ENGLISH).publish()
    assert freshness(page) == Freshness.CURRENT


def test_a_translation_made_from_an_unpublished_draft_is_behind_until_that_is_public(page):
    save(page, CHINESE, title_zh_hans="新题")
    pins = live(page).pins
    pins["en"] |= pin_to({"title": "新题"}, ["title"], None)
    save(page, ENGLISH, title_en="Early", pins=pins).publish()
    assert freshness(page) == Freshness.BEHIND
    save(page, CHINESE).publish()
    assert freshness(page) == Freshness.CURRENT
    source = AuthoritativeText.objects.get(page_id=page.pk, fingerprint=fingerprint("新题"))
    assert edition(page, ENGLISH).translates_text_of == source.published_at


def test_pinning_again_makes_a_translation_current(page):
    save(page, CHINESE, title_zh_hans="新题").publish()
    pins = live(page).pins
    pins["en"] |= pin_to({"title": "新题"}, ["title"], MAY)
    save(page, ENGLISH, pins=pins).publish()
    assert (freshness(page, ENGLISH), freshness(page, RUSSIAN)) == ("current", "behind")


def test_a_change_that_was_followed_is_not_told_with_the_next_one(page):
    save(page, CHINESE, "material", title_zh_hans="新题").publish()
    followed = AuthoritativeChange.objects.get(page_id=page.pk)
    pins = live(page).pins
    pins["en"] |= pin_to({"title": "新题"}, ["title"], followed.published_at)
    save(page, ENGLISH, pins=pins).publish()
    save(page, CHINESE, "material", title_zh_hans="更新的题").publish()
    newest = AuthoritativeChange.objects.filter(page_id=page.pk).first()
    assert newest != followed
    assert freshness_notice_of(live(page), edition(page, ENGLISH)).changes == [newest]


def test_withdrawing_takes_the_translations_off_and_leaves_their_drafts(page):
    title = page.title_en
    save(page, CHINESE, "withdraw", title_zh_hans="新题").publish()
    assert states(page) == ["live", "withdrawn", "withdrawn"]
    assert not live(page).title_en
    assert newest_draft(page).title_en == title
    assert edition(page, ENGLISH).has_draft


def test_a_withdrawn_translation_that_is_published_again_tells_that_it_is_behind(page):
    save(page, CHINESE, "withdraw", title_zh_hans="新题").publish()
    save(page, ENGLISH).publish()
    assert edition(page, ENGLISH).is_live
    assert freshness(page) == Freshness.BEHIND


def test_a_publication_without_a_change_of_texts_concerns_no_translation(page):
    save(page, CHINESE, "withdraw").publish()
    assert freshness(page) == Freshness.CURRENT
    assert not AuthoritativeChange.objects.filter(page_id=page.pk).exists()
