"""Translations in the admin: a text is up to date when its translator says so, not when touched."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from mep_site.translations.admin.scope import question_url
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.models import Edition

from ..admin_forms import answer, done, edit_url, errors, offered, send, stream, unit
from .steps import (
    ENGLISH,
    IDS,
    PUBLISH,
    edition,
    live,
    newest_draft,
    paragraphs,
    save,
)

pytestmark = pytest.mark.slow

SUBMIT = {"action-submit-translation": "1"}
THIRD = f"body.{IDS[2]}"
JSON = {"HTTP_ACCEPT": "application/json"}


def change_third(publisher, page, words, kind="material"):
    """Publish another third Chinese paragraph."""
    body = paragraphs("第{}段")
    body[2]["value"] = f"<p>{words}</p>"
    typed = {"change_kind": kind, **stream("body_zh_hans", body), **PUBLISH}
    response = send(publisher, edit_url(page, "zh-hans"), **typed)
    assert response.status_code == 302, errors(response)


@pytest.fixture
def behind(publisher, page):
    """The article, its translations behind in the third paragraph."""
    change_third(publisher, page, "新的第三段")
    return page


def typed_in_third(form, words):
    """The third paragraph of a form with other words."""
    return {unit(THIRD): form[unit(THIRD)].replace("Paragraph 3", words)}


def touch(client, page, words="A paragraph 3", **more):
    """Change the third paragraph and save, without declaring anything."""
    form = offered(client, edit_url(page, "en"))
    return client.post(edit_url(page, "en"), form | typed_in_third(form, words) | more)


def row(client, page, name=THIRD):
    html = client.get(edit_url(page, "en")).content.decode()
    return BeautifulSoup(html, "html.parser").select_one(f"[id='unit-{name}']")


def state(client, page, name=THIRD):
    return row(client, page, name)["data-state"]


def pin_of(page, name=THIRD):
    return Content.of(newest_draft(page)).pins(ENGLISH).get(name)


# Touching and declaring


def test_a_unit_that_is_behind_and_touched_is_in_work_through_any_number_of_autosaves(
    english_translator, behind
):
    before = pin_of(behind)
    form, url = offered(english_translator, edit_url(behind)), edit_url(behind)
    overwritten = {}
    for words in ("P", "Pa", "Par"):
        sent = form | typed_in_third(form, words) | overwritten
        reply = english_translator.post(url, sent, **JSON).json()
        overwritten = {"overwrite_revision_id": reply["revision_id"]}
    assert pin_of(behind) == before
    shown = row(english_translator, behind)
    assert shown["data-state"] == "in-work"
    assert shown.select("ins")
    assert shown.select("del")
    page = english_translator.get(edit_url(behind, "en")).content.decode()
    assert "published anew since" in page


def test_a_unit_that_is_up_to_date_stays_so_when_a_typo_is_corrected(english_translator, page):
    before = pin_of(page)
    touch(english_translator, page)
    assert state(english_translator, page) == "done"
    assert pin_of(page) == before


def test_a_unit_that_is_emptied_and_typed_again_keeps_what_it_rendered(english_translator, behind):
    before = pin_of(behind)
    form = offered(english_translator, edit_url(behind))
    send(english_translator, edit_url(behind), **{unit(THIRD): "null"})
    assert state(english_translator, behind) == "to-do"
    english_translator.post(edit_url(behind), form | typed_in_third(form, "Typed again"))
    assert pin_of(behind) == before
    assert row(english_translator, behind).select("ins")


def test_done_pins_to_the_chinese_and_unticking_takes_that_back(english_translator, behind):
    before = pin_of(behind)
    touch(english_translator, behind, **{done(THIRD): "on"})
    assert state(english_translator, behind) == "done"
    assert pin_of(behind)["text"] == fingerprint("<p>新的第三段</p>")
    form = offered(english_translator, edit_url(behind))
    del form[done(THIRD)]
    english_translator.post(edit_url(behind), form)
    assert state(english_translator, behind) == "in-work"
    assert pin_of(behind) == before


def test_a_new_text_is_in_work_until_it_is_declared_done(english_translator, publisher, page):
    send(publisher, edit_url(page, "zh-hans"), **with_summary(page))
    assert state(english_translator, page, "summary") == "to-do"
    send(english_translator, edit_url(page), **{unit("summary"): "Half"})
    assert state(english_translator, page, "summary") == "in-work"
    assert pin_of(page, "summary") is None
    send(english_translator, edit_url(page), **{done("summary"): "on"})
    assert state(english_translator, page, "summary") == "done"


def with_summary(page):
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    return {"summary_zh_hans": "摘要", "change_kind": "material", **body, **PUBLISH}


def test_what_is_in_work_travels_with_copies_and_comes_back_with_an_older_version(
    english_translator, admin, behind
):
    touch(english_translator, behind)
    began = edition(behind, ENGLISH).latest_revision_id
    copy = newest_draft(behind).copy(update_attrs={"slug": "copied"})
    assert THIRD in Content.of(copy.get_latest_revision_as_object()).work(ENGLISH)
    send(english_translator, edit_url(behind), **{done(THIRD): "on"})
    url = reverse("wagtailadmin_pages:revisions_revert", args=[behind.pk, began])
    send(english_translator, f"{url}?language=en")
    assert state(english_translator, behind) == "in-work"


def test_a_program_that_pins_anew_leaves_nothing_in_work(english_translator, behind):
    touch(english_translator, behind)
    draft = newest_draft(behind)
    pins = draft.pins["en"] | {THIRD: {"text": fingerprint("<p>新的第三段</p>"), "date": None}}
    save(behind, ENGLISH, pins=draft.pins | {"en": pins})
    assert state(english_translator, behind) == "done"


# The Chinese changes meanwhile


def test_a_declaration_is_about_the_chinese_that_was_seen_and_the_translator_is_told(
    english_translator, publisher, behind
):
    form = offered(english_translator, edit_url(behind))
    change_third(publisher, behind, "更新的第三段")
    sent = form | typed_in_third(form, "For the second") | {done(THIRD): "on"}
    reply = english_translator.post(edit_url(behind), sent, **JSON).json()
    assert "published anew" in reply["html"]
    response = english_translator.post(
        edit_url(behind), sent | {"overwrite_revision_id": reply["revision_id"]}, follow=True
    )
    assert "Look at it again" in response.content.decode()
    assert pin_of(behind)["text"] == fingerprint("<p>新的第三段</p>")
    shown = row(english_translator, behind)
    assert shown["data-state"] == "to-do"
    assert [tag.get_text() for tag in shown.select("ins")]


def test_nothing_is_said_about_the_chinese_where_it_did_not_change(english_translator, behind):
    form = offered(english_translator, edit_url(behind))
    reply = english_translator.post(edit_url(behind), form, **JSON).json()
    assert "published anew" not in reply["html"]


def test_a_form_that_is_older_than_the_chinese_takes_nothing_back(
    english_translator, publisher, page
):
    form = offered(english_translator, edit_url(page))
    change_third(publisher, page, "第三段。", kind="editorial")
    english_translator.post(edit_url(page), form | {unit("title"): "Title."})
    assert pin_of(page)["text"] == fingerprint("<p>第三段。</p>")
    assert state(english_translator, page) == "done"


def test_a_form_that_was_opened_while_a_text_was_behind_does_not_take_it_back(
    english_translator, publisher, behind
):
    form = offered(english_translator, edit_url(behind))
    change_third(publisher, behind, "第3段")
    english_translator.post(edit_url(behind), form)
    assert state(english_translator, behind) == "done"


def test_what_was_seen_of_a_text_in_work_follows_an_editorial_change(
    english_translator, publisher, behind
):
    touch(english_translator, behind)
    change_third(publisher, behind, "新的第三段。", kind="editorial")
    work = Content.of(newest_draft(behind)).work(ENGLISH)
    assert work == {THIRD: fingerprint("<p>新的第三段。</p>")}


def test_a_new_text_in_work_shows_what_changed_since_it_was_begun(
    english_translator, publisher, page
):
    send(publisher, edit_url(page, "zh-hans"), **with_summary(page))
    send(english_translator, edit_url(page), **{unit("summary"): "Half"})
    send(publisher, edit_url(page, "zh-hans"), **with_summary(page) | {"summary_zh_hans": "新摘要"})
    assert [tag.contents[1] for tag in row(english_translator, page, "summary").select("ins")]
    assert state(english_translator, page, "summary") == "in-work"


def test_a_unit_in_work_whose_chinese_is_removed_is_kept_and_not_asked_about(
    english_translator, publisher, behind
):
    touch(english_translator, behind, "Kept words")
    body = {**stream("body_zh_hans", paragraphs("第{}段")[:2]), "change_kind": "material"}
    send(publisher, edit_url(behind, "zh-hans"), **body, **PUBLISH)
    shown = row(english_translator, behind)
    assert not shown.has_attr("data-state")
    assert "Kept words" in str(shown)
    response = send(english_translator, edit_url(behind), **SUBMIT)
    assert "open" not in response.headers["Location"]


# The question


def test_publishing_what_was_only_touched_asks_once_and_names_the_text(english, publisher, behind):
    asked = touch(english, behind, **PUBLISH)
    assert asked.headers["Location"] == question_url(behind, ENGLISH, "publish")
    page = BeautifulSoup(english.get(asked.headers["Location"]).content, "html.parser")
    links = [link["href"] for link in page.select(".open-units__rows a")]
    assert links == [f"{edit_url(behind, 'en')}#unit-{THIRD}"]
    assert "A paragraph 3" in str(newest_draft(behind).body_en)
    assert "A paragraph 3" not in str(live(behind).body_en)


@pytest.mark.parametrize(("choice", "expected"), [("done", "current"), ("as-they-are", "behind")])
def test_freshness_follows_the_answer(choice, expected, english, behind):
    answer(english, touch(english, behind, **PUBLISH), choice)
    assert "A paragraph 3" in str(live(behind).body_en)
    assert edition(behind, ENGLISH).freshness == expected


@pytest.mark.parametrize("choice", ["done", "as-they-are"])
def test_a_submission_asks_too(choice, english_translator, behind):
    asked = touch(english_translator, behind, **SUBMIT)
    assert edition(behind, ENGLISH).step == Edition.Step.DRAFTING
    answer(english_translator, asked, choice)
    assert edition(behind, ENGLISH).step == Edition.Step.SUBMITTED
    assert (state(english_translator, behind) == "done") is (choice == "done")


def test_nothing_is_asked_where_everything_is_done_or_merely_missing(english, publisher, page):
    send(publisher, edit_url(page, "zh-hans"), **with_summary(page))
    send(english, edit_url(page), **{unit("title"): "Corrected"}, **PUBLISH)
    assert live(page).title_en == "Corrected"
    assert english.get(question_url(page, ENGLISH, "publish")).status_code == 302


def test_an_answer_to_an_older_draft_is_asked_again(english, publisher, behind):
    asked = touch(english, behind, **PUBLISH)
    form = BeautifulSoup(english.get(asked.headers["Location"]).content, "html.parser").select(
        ".open-units input"
    )
    hidden = {control["name"]: control["value"] for control in form}
    send(publisher, edit_url(behind, "en"), **{unit("title"): "By somebody else"})
    again = english.post(asked.headers["Location"], hidden | {"answer": "done"})
    assert again.headers["Location"] == asked.headers["Location"]
    assert live(behind).title_en == "Title"


def test_an_answer_about_an_older_chinese_is_asked_again(english, publisher, behind):
    asked = touch(english, behind, **PUBLISH)
    url = asked.headers["Location"]
    form = BeautifulSoup(english.get(url).content, "html.parser").select(".open-units input")
    hidden = {control["name"]: control["value"] for control in form}
    change_third(publisher, behind, "更新的第三段")
    again = english.post(url, hidden | {"answer": "done"})
    assert again.headers["Location"] == url
    assert "A paragraph 3" not in str(live(behind).body_en)
    assert state(english, behind) == "to-do"


@pytest.mark.parametrize("step", ["publish", "submit"])
def test_strangers_and_translators_of_another_language_are_not_asked(
    step, russian_translator, english_translator, visitor, behind
):
    touch(english_translator, behind)
    url = question_url(behind, ENGLISH, step)
    for client in (russian_translator, visitor):
        for response in (client.get(url), client.post(url, {"answer": "done"})):
            assert response.status_code == 302
            assert response.headers["Location"] != url
    assert state(english_translator, behind) == "in-work"


def test_a_translator_without_the_right_cannot_publish_by_an_answer(english_translator, behind):
    touch(english_translator, behind)
    url = question_url(behind, ENGLISH, "publish")
    revision = edition(behind, ENGLISH).latest_revision_id
    english_translator.post(url, {"answer": "done", "revision": revision})
    assert "A paragraph 3" not in str(live(behind).body_en)
    assert english_translator.get(url.replace("publish", "vanish")).status_code == 404


# What a publisher sees


def test_a_publisher_sees_what_changed_in_the_translation_and_in_the_chinese(
    english_translator, publisher, behind
):
    touch(english_translator, behind, **{done(THIRD): "on"}, **SUBMIT)
    shown = row(publisher, behind)
    assert [tag.contents[1].strip() for tag in shown.select(".unit__source ins")]
    assert any("A paragraph" in tag.get_text() for tag in shown.select(".unit__text ins"))
    page = BeautifulSoup(publisher.get(edit_url(behind, "en")).content, "html.parser")
    assert page.select_one(f".units__bar a[href='#unit-{THIRD}']")
    assert page.select_one("[id='unit-title'].unit--settled")
    assert "Anna Smith" in page.select_one(".step").get_text()


def test_changes_are_linked_with_each_other_and_the_first_open_one_has_an_anchor(
    english_translator, behind
):
    send(english_translator, edit_url(behind), **{unit("title"): "Another title"})
    page = BeautifulSoup(english_translator.get(edit_url(behind, "en")).content, "html.parser")
    jumps = [link["href"] for link in page.select(".unit__jumps a")]
    assert jumps == [f"#unit-{THIRD}", "#unit-title"]
    assert page.select_one("#first-open").find_parent("li")["id"] == f"unit-{THIRD}"


def test_the_words_of_a_return_stay_until_the_translation_is_submitted_again(
    english_translator, publisher, page
):
    send(english_translator, edit_url(page), **{unit("title"): "T"}, **SUBMIT)
    form = BeautifulSoup(publisher.get(edit_url(page, "en")).content, "html.parser").select_one(
        "form.step__return"
    )
    assert form.select_one("textarea[name=return_comment]")
    words = {form.button["name"]: "1", "return_comment": "Shorter.\nAnd kinder."}
    publisher.post(form["action"], words)
    send(english_translator, edit_url(page), **{unit("title"): "Short"})
    said = BeautifulSoup(english_translator.get(edit_url(page, "en")).content, "html.parser")
    assert "Shorter.<br/>And kinder." in str(said.select_one(".step__words"))
    assert "周明" in said.select_one(".step").get_text()
    send(english_translator, edit_url(page), **SUBMIT)
    assert "kinder" not in english_translator.get(edit_url(page, "en")).content.decode()


def test_what_was_published_meanwhile_is_not_returned(english_translator, publisher, page):
    send(english_translator, edit_url(page), **{unit("title"): "T"}, **SUBMIT)
    send(publisher, edit_url(page, "en"), **PUBLISH)
    words = {"action-return-translation": "1", "return_comment": "Too late"}
    publisher.post(edit_url(page, "en"), words)
    assert edition(page, ENGLISH).step == Edition.Step.DRAFTING


def test_nobody_returns_a_translation_of_another_language(
    english_translator, russian_translator, visitor, page
):
    send(english_translator, edit_url(page), **{unit("title"): "T"}, **SUBMIT)
    for client in (english_translator, russian_translator, visitor):
        client.post(edit_url(page, "en"), {"action-return-translation": "1"})
    assert edition(page, ENGLISH).step == Edition.Step.SUBMITTED
