"""No sequence of requests makes a machine's text public for which nobody answers."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from mep_site.translations.admin.scope import with_language
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import pin_to
from mep_site.translations.publishing.gates import RefusedAtGateError
from news.models import NewsArticle

from ..admin_forms import answer, done, edit_url, offered, send, unit
from ..translations.steps import (
    CHINESE,
    ENGLISH,
    IDS,
    MAY,
    PUBLISH,
    edition,
    live,
    newest_draft,
    save,
)
from ..translations.test_schedules import typed_in
from .conftest import RENDERINGS, SUMMARY, answer_for, origin, press, proposed

pytestmark = pytest.mark.slow

OWN = RENDERINGS[SUMMARY].replace("attended", "took part")
FIRST = f"body.{IDS[0]}"
JSON = {"HTTP_ACCEPT": "application/json"}
DONE = {done("summary"): "on"}
ANSWERED = {answer_for("summary"): "on"}


@pytest.fixture
def machines_words(english, article, switched_on):
    """What the machine proposes for the summary."""
    return proposed(english, article, "summary")


@pytest.fixture
def taken(article, machines_words):
    """The article, with the proposal as it is in the English draft, where it is done."""
    draft = newest_draft(article)
    own = pin_to(Content.of(draft).texts(CHINESE), ["summary"], MAY)
    pins = {**draft.pins, "en": draft.pins["en"] | own}
    save(article, ENGLISH, summary_en=machines_words, pins=pins)
    return article


def is_public(page):
    return bool(live(page).summary_en)


def is_said(response):
    """Whether somebody is told why nothing was published, in the language of their admin."""
    said = response.content.decode()
    return "nobody has answered for them" in said or "尚无人负责确认" in said


# The rule


def test_a_proposal_is_public_when_somebody_answers_for_it(english, taken, machines_words):
    url = edit_url(taken, "en")
    response = english.post(url, offered(english, url) | PUBLISH, follow=True)
    assert is_said(response)
    assert not is_public(taken)
    send(english, url, **ANSWERED, **PUBLISH)
    assert live(taken).summary_en == machines_words
    confirmed = origin(taken)
    assert confirmed.is_confirmed
    assert confirmed.confirmed_by == int(english.session["_auth_user_id"])
    assert (confirmed.engine, confirmed.version) == ("fake", "1")


def test_a_proposal_that_was_changed_is_a_persons(english, taken):
    press(english, taken, **{unit("summary"): OWN}, **PUBLISH)
    assert live(taken).summary_en == OWN
    assert not origin(taken).is_machine


def test_an_answer_can_be_taken_back_and_is_not_another_languages(english, russian, taken):
    url = edit_url(taken, "en")
    send(english, url, **ANSWERED)
    form = offered(english, url)
    assert answer_for("summary") in form
    del form[answer_for("summary")]
    english.post(url, form)
    assert origin(taken).is_unconfirmed
    send(russian, edit_url(taken, "ru"), **ANSWERED)
    assert origin(taken).is_unconfirmed


def test_an_answer_is_not_for_the_next_proposal(english, taken, publisher):
    press(english, taken, **ANSWERED)
    save(taken, CHINESE, kind="editorial", summary_zh_hans="另一份摘要。").publish()
    other = proposed(english, taken, "summary")
    press(english, taken, **{unit("summary"): other})
    assert origin(taken).is_unconfirmed


# Ways in: what counts as the machine's words


@pytest.mark.parametrize(
    "disguised",
    [
        "{} ",
        "  {}",
        "{}\u200b",
        "\u00a0{}",
    ],
)
def test_space_and_what_one_does_not_see_is_no_edit(english, taken, machines_words, disguised):
    typed = {unit("summary"): disguised.format(machines_words)}
    press(english, taken, **typed, **PUBLISH)
    assert not is_public(taken)


def test_keys_of_the_editor_and_marks_are_no_edit(english, article, switched_on):
    text = proposed(english, article, FIRST)
    words = text.removeprefix("<p>").removesuffix("</p>")
    for html in (f'<p data-block-key="abcde">{words}</p>', f"<p><b>{words}</b></p>"):
        press(english, article, **{unit(FIRST): rich_text(html)}, **PUBLISH)
        assert origin(article, FIRST).is_unconfirmed
        assert words not in str(live(article).body_en.raw_data[0]["value"])


def test_typing_it_away_and_back_is_no_edit(english, taken, machines_words):
    for words in ("Mine", "", machines_words):
        press(english, taken, **{unit("summary"): words})
    press(english, taken, **PUBLISH)
    assert not is_public(taken)


def test_an_answer_holds_when_the_text_is_typed_back(english, taken, machines_words):
    press(english, taken, **ANSWERED)
    for words in ("Mine", machines_words):
        press(english, taken, **{unit("summary"): words})
    assert origin(taken).is_confirmed


def test_another_place_of_the_page_is_no_way_around(english, article, machines_words):
    press(english, article, **{unit("title"): machines_words}, **PUBLISH)
    assert live(article).title_en == "Title"


def test_another_page_is_no_way_around_for_a_sentence(english, article, machines_words):
    other = NewsArticle(title_zh_hans="题", title_en="Other", slug="other-three")
    article.get_parent().add_child(instance=other)
    NewsArticle.objects.get(pk=other.pk).save_revision().publish()
    press(english, other, **{unit("title"): machines_words}, **PUBLISH)
    assert live(other).title_en == "Other"


def test_a_text_that_a_person_wrote_before_stays_theirs(english, article, switched_on):
    save(article, ENGLISH, summary_en="Title")
    save(article, CHINESE, kind="editorial", summary_zh_hans="题").publish()
    assert proposed(english, article, "summary") == "Title"
    press(english, article, **{unit("title"): "New title"}, **PUBLISH)
    assert live(article).summary_en == "Title"


def test_forged_fields_change_nothing(english, taken):
    forged = {
        "pins": "{}",
        "origin·summary": "person",
        "origin": "person",
    }
    url = edit_url(taken, "en")
    english.post(url, offered(english, url) | forged | PUBLISH)
    english.post(url, offered(english, url) | {"origin·summary": "person"} | PUBLISH)
    assert not is_public(taken)
    assert origin(taken).is_unconfirmed


# Ways out: every path to the public


def test_not_by_submission_and_a_publisher(english, publisher, taken):
    press(english, taken, **{"action-submit-translation": "1"})
    assert edition(taken, ENGLISH).step == "submitted"
    url = edit_url(taken, "en")
    assert is_said(publisher.post(url, offered(publisher, url) | PUBLISH, follow=True))
    assert not is_public(taken)


def test_not_by_autosave_and_publication(english, article, machines_words):
    url = edit_url(article, "en")
    form = offered(english, url) | {unit("summary"): machines_words} | DONE
    reply = english.post(url, form, **JSON).json()
    overwriting = {"overwrite_revision_id": reply["revision_id"]}
    assert is_said(english.post(url, form | overwriting | PUBLISH, follow=True))
    assert not is_public(article)


def test_not_with_the_open_question_answered(english, article, machines_words):
    url = edit_url(article, "en")
    asked = english.post(url, offered(english, url) | {unit("summary"): machines_words} | PUBLISH)
    assert is_said(answer(english, asked, "done", follow=True))
    assert not is_public(article)


def test_not_by_a_bulk_action(english, admin, taken):
    url = reverse("wagtail_bulk_action", args=["core", "basepage", "publish"])
    data = {"languages": ["en"], "include_descendants": ""}
    response = admin.post(f"{url}?next=/admin/pages/&id={taken.pk}", data, follow=True)
    assert response.status_code == 200
    assert is_said(response)
    assert not is_public(taken)


def test_not_by_the_admins_api(admin, taken):
    url = reverse("wagtailadmin_api:pages:action", args=[taken.pk, "publish"])
    response = admin.post(url, json.dumps({"language": "en"}), "application/json")
    assert response.status_code == 403
    assert not is_public(taken)


def test_not_by_a_schedule(english, taken, clock):
    press(english, taken, go_live_at=typed_in(hours=1), **PUBLISH)
    assert edition(taken, ENGLISH).go_live_at is None
    clock.let_pass(hours=2)
    assert not is_public(taken)


def test_what_was_approved_for_later_with_an_answer_goes_live(english, taken, clock):
    press(english, taken, go_live_at=typed_in(hours=1), **ANSWERED, **PUBLISH)
    assert edition(taken, ENGLISH).go_live_at
    clock.let_pass(hours=2)
    assert is_public(taken)


def test_not_by_the_workflow_of_the_chinese(admin, taken):
    save(taken, CHINESE, kind="editorial", title_zh_hans="新标题").publish()
    assert live(taken).title_zh_hans == "新标题"
    assert not is_public(taken)


def test_not_by_an_older_version(english, admin, taken):
    older = edition(taken, ENGLISH).latest_revision
    press(english, taken, **{unit("summary"): OWN}, **PUBLISH)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[taken.pk, older.pk])
    url = with_language(url, ENGLISH)
    form = offered(english, url)
    response = english.post(edit_url(taken, "en"), form | PUBLISH, follow=True)
    assert is_said(response)
    assert live(taken).summary_en == OWN
    api = reverse("wagtailadmin_api:pages:action", args=[taken.pk, "revert_to_page_revision"])
    sent = {"language": "en", "revision_id": older.pk}
    assert admin.post(api, json.dumps(sent), "application/json").status_code == 200
    assert origin(taken).is_unconfirmed
    press(english, taken, **PUBLISH)
    assert live(taken).summary_en == OWN


def test_not_by_a_copy_whatever_is_typed_there(english, admin, taken, machines_words):
    url = reverse("wagtailadmin_pages:copy", args=[taken.pk])
    data = {
        "new_title": "副本",
        "new_slug": "copied",
        "new_parent_page": taken.get_parent().pk,
        "publish_copies": "on",
    }
    assert admin.post(url, data).status_code == 302
    copy = NewsArticle.objects.get(slug="copied")
    assert not is_public(copy)
    assert origin(copy).is_unconfirmed
    for words in ("Mine", machines_words):
        press(english, copy, **{unit("summary"): words})
    press(english, copy, **PUBLISH)
    assert not is_public(copy)


def test_not_with_edits_of_other_texts(english, taken):
    for title in ("Heading", "Headline"):
        response = press(english, taken, **{unit("title"): title}, **PUBLISH)
        assert is_said(english.get(response.url))
    assert live(taken).title_en == "Title"
    assert not is_public(taken)


def test_not_from_a_tab_that_was_opened_before(english, article, machines_words):
    url = edit_url(article, "en")
    early = offered(english, url)
    send(english, url, **{unit("summary"): "Mine"})
    late = offered(english, url)
    for form in (late, early):
        english.post(url, form | {unit("summary"): machines_words} | DONE | PUBLISH)
    assert not is_public(article)


def test_not_by_a_file_that_comes_back(english, article, machines_words, tmp_path):
    file = tmp_path / "article.po"
    call_command("export_texts", file, language="en", page=[article.pk], format="po")
    text = file.read_text("utf-8")
    empty = f'msgid "{SUMMARY}"\nmsgstr ""'
    assert empty in text
    file.write_text(text.replace(empty, f'msgid "{SUMMARY}"\nmsgstr "{machines_words}"'), "utf-8")
    call_command("import_texts", file)
    assert newest_draft(article).summary_en == machines_words
    assert origin(article).is_unconfirmed
    press(english, article, **DONE, **PUBLISH)
    assert not is_public(article)


def test_not_by_a_program(taken, machines_words):
    page = newest_draft(taken)
    page.summary_en = machines_words
    with pytest.raises(RefusedAtGateError):
        page.save_revision().publish()
    page.pins = {}
    with pytest.raises(RefusedAtGateError):
        page.save_revision().publish()


def test_not_by_a_revision_that_a_program_wrote_past_the_page(taken):
    revision = edition(taken, ENGLISH).latest_revision
    content = Content.stored_in(revision, NewsArticle)
    revision.content = content.with_columns({"pins": {}}).as_stored()
    revision.save()
    with pytest.raises(RefusedAtGateError):
        revision.publish()


def test_not_when_the_machine_is_switched_off_meanwhile(english, taken, switched_on):
    switched_on.engine = ""
    switched_on.save()
    press(english, taken, **PUBLISH)
    assert not is_public(taken)
