"""From a change of the Chinese text in the admin to what readers of the translations are told."""

import pytest
from bs4 import BeautifulSoup

from mep_site.translations.models import AuthoritativeChange, Edition

from ..admin_forms import answer, done, edit_url, errors, offered, send, stream, unit
from .steps import IDS, PUBLISH, paragraphs, save_chinese

pytestmark = pytest.mark.slow


def change_third(publisher, page, kind, **typed):
    """Publish another third Chinese paragraph, and say what that means."""
    body = paragraphs("第{}段")
    body[2]["value"] = f"<p>新的第三段，{kind}</p>"
    typed |= {"change_kind": kind, **stream("body_zh_hans", body), **PUBLISH}
    response = send(publisher, edit_url(page, "zh-hans"), **typed)
    assert response.status_code == 302, errors(response)


def shown(visitor, page):
    """The English page: its notice, the blocks that are marked, its text."""
    html = visitor.get(f"/en{page.get_url()[len('/zh-hans') :]}").content.decode()
    main = BeautifulSoup(html, "html.parser").main
    marked = [block.get_text(" ", strip=True) for block in main.select(".marked")]
    return main.get_text(" ", strip=True), marked


def test_an_editorial_change_tells_readers_nothing(publisher, page, visitor):
    change_third(publisher, page, "editorial")
    text, marked = shown(visitor, page)
    assert "Chinese text was changed" not in text
    assert marked == []
    assert Edition.objects.get(page_id=page.pk, language="en").freshness == "current"


def test_a_material_change_is_told_and_marked_until_it_is_followed(
    publisher, english, page, visitor
):
    change_third(publisher, page, "material", change_note_en="The third paragraph is new.")
    text, marked = shown(visitor, page)
    assert "1 passage differs" in text
    assert "The third paragraph is new." in text
    assert len(marked) == 1
    assert "Paragraph 3" in marked[0]
    send(english, edit_url(page), **{done(f"body.{IDS[2]}"): "on"})
    assert "1 passage differs" in shown(visitor, page)[0]
    send(english, edit_url(page), **PUBLISH)
    text, marked = shown(visitor, page)
    assert "differs" not in text.replace("If it differs", "")
    assert marked == []


def test_a_translation_that_was_begun_before_the_change_is_behind_when_it_is_published(
    publisher, english, page, visitor
):
    form = offered(english, edit_url(page))
    change_third(publisher, page, "material")
    asked = english.post(edit_url(page), form | {unit("summary"): "Begun before", **PUBLISH})
    answer(english, asked, "as-they-are")
    text, marked = shown(visitor, page)
    assert "Begun before" in text
    assert len(marked) == 1


def test_what_a_translator_saw_counts_and_not_what_is_published_by_then(
    publisher, english, page, visitor
):
    form = offered(english, edit_url(page))
    change_third(publisher, page, "material")
    third = unit(f"body.{IDS[2]}")
    typed = offered(english, edit_url(page))[third].replace("Paragraph 3", "A better paragraph 3")
    answer(english, english.post(edit_url(page), form | {third: typed, **PUBLISH}), "as-they-are")
    text, marked = shown(visitor, page)
    assert "A better paragraph 3" in text
    assert len(marked) == 1


def test_a_chinese_draft_tells_readers_nothing(editor, page, visitor):
    before = shown(visitor, page)
    save_chinese(editor, page)
    assert shown(visitor, page) == before


def test_a_withdrawn_translation_is_replaced_by_a_notice(publisher, english, page, visitor):
    change_third(publisher, page, "withdraw")
    text, _ = shown(visitor, page)
    assert "Paragraph 1" not in text
    assert "withdrawn" in text
    assert unit(f"body.{IDS[0]}") in offered(english, edit_url(page))


def test_the_public_note_is_translated_by_whoever_may_publish(
    publisher, english, russian_translator, page, visitor
):
    change_third(publisher, page, "material", change_note_zh_hans="第三段已改。")
    change = AuthoritativeChange.objects.get(page_id=page.pk)
    name = f"public_note_{change.pk}"
    assert name in offered(russian_translator, edit_url(page))
    send(english, edit_url(page), **{name: "The third paragraph was changed."})
    assert "The third paragraph was changed." in shown(visitor, page)[0]


def test_a_translator_without_the_right_to_publish_cannot_change_a_public_note(
    publisher, english_translator, page
):
    change_third(publisher, page, "material", change_note_en="As published")
    change = AuthoritativeChange.objects.get(page_id=page.pk)
    form = offered(english_translator, edit_url(page))
    assert f"public_note_{change.pk}" not in form
    english_translator.post(edit_url(page), form | {f"public_note_{change.pk}": "Forged"})
    change.refresh_from_db()
    assert change.note_en == "As published"


@pytest.mark.parametrize("code", ["en", "ru"])
def test_translators_see_what_has_changed_word_by_word(code, publisher, page):
    change_third(publisher, page, "material")
    html = publisher.get(edit_url(page, code)).content.decode()
    row = BeautifulSoup(html, "html.parser").select_one(f"[id='unit-body.{IDS[2]}']")
    assert row.select("del")
    assert row.select("ins")
