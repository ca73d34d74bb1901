"""When somebody is asked before a text is saved over another one, and when nobody is."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, offered, send, stream, unit
from .steps import ENGLISH, PUBLISH, edition, in_hours, live, newest_draft, save

pytestmark = pytest.mark.slow

JSON = {"HTTP_ACCEPT": "application/json"}
SUBMIT = {"action-submit-translation": "1"}


@pytest.fixture
def chinese(page):
    """What the form of the Chinese text sends of its body."""
    return stream("body_zh_hans", list(page.body_zh_hans.raw_data))


def form_of(client, page, code):
    """What an open form sends."""
    return offered(client, edit_url(page, code))


def autosave(client, page, code, data):
    """Save as the script of the form does; remembers the revision as the script does."""
    answer = client.post(edit_url(page, code), data, **JSON).json()
    if answer["success"]:
        data["overwrite_revision_id"] = str(answer["revision_id"])
    return answer


def press(client, page, code, data, **button):
    """Press a button of the form, which does not send what only autosave knows."""
    sent = {name: value for name, value in data.items() if name != "overwrite_revision_id"}
    return client.post(edit_url(page, code), sent | button)


def is_asked(response):
    return response.status_code == 302 and "mine=" in response.headers["Location"]


@pytest.mark.parametrize("button", [{}, PUBLISH, {"action-submit": "1"}])
def test_an_editor_never_conflicts_with_her_own_autosaves(publisher, page, chinese, button):
    data = form_of(publisher, page, "zh-hans") | chinese | {"change_kind": "editorial"}
    for number in range(2):
        assert autosave(publisher, page, "zh-hans", data | {"title_zh_hans": f"改 {number}"})
    response = press(publisher, page, "zh-hans", data | {"title_zh_hans": "终"}, **button)
    assert response.status_code == 302
    assert not is_asked(response)
    assert newest_draft(page).title_zh_hans == "终"


@pytest.mark.parametrize("button", [{}, SUBMIT])
def test_a_translator_never_conflicts_with_her_own_autosaves(english_translator, page, button):
    data = form_of(english_translator, page, "en") | {unit("title"): "Mine"}
    for _ in range(2):
        assert autosave(english_translator, page, "en", data)["success"]
    assert not is_asked(press(english_translator, page, "en", data, **button))
    # The button again, as after going back: still the same form.
    assert not is_asked(press(english_translator, page, "en", data, **button))


def test_a_form_whose_autosave_got_no_answer_goes_on(english_translator, page):
    data = form_of(english_translator, page, "en") | {unit("title"): "Mine"}
    autosave(english_translator, page, "en", dict(data))
    assert autosave(english_translator, page, "en", data)["success"]


def test_bringing_a_version_back_asks_like_any_form(english, publisher, page):
    save(page, ENGLISH, title_en="First")
    first = live(page).latest_revision_id
    save(page, ENGLISH, title_en="Second")
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first]) + "?language=en"
    data, others = offered(english, url), form_of(publisher, page, "en")
    press(publisher, page, "en", others, **{unit("title"): "Third"})
    assert is_asked(english.post(url, data))
    again = offered(english, url)
    assert not is_asked(english.post(url, again))
    assert newest_draft(page).title_en == "First"


def test_publishing_another_language_conflicts_with_nobody(
    english, russian, publisher, page, chinese
):
    forms = {
        "zh-hans": (publisher, form_of(publisher, page, "zh-hans") | chinese),
        "ru": (russian, form_of(russian, page, "ru") | {unit("title"): "Моё"}),
    }
    for code, (person, data) in forms.items():
        assert autosave(person, page, code, data)["success"]
    send(english, edit_url(page, "en"), **{unit("title"): "New"}, **PUBLISH)
    for code, (person, data) in forms.items():
        assert autosave(person, page, code, data)["success"]
        assert not is_asked(press(person, page, code, data))


def test_returning_a_translation_overwrites_nothing_and_asks_nothing(
    english_translator, publisher, page
):
    send(english_translator, edit_url(page, "en"), **SUBMIT)
    data = form_of(publisher, page, "en")
    send(english_translator, edit_url(page, "en"), **{unit("title"): "Later"})
    button = {"action-return-translation": "1", "return_comment": "Shorter"}
    assert not is_asked(press(publisher, page, "en", data, **button))
    assert edition(page, ENGLISH).step_comment == "Shorter"
    assert newest_draft(page).title_en == "Later"


def test_the_question_survives_reloading_and_is_answered_once(english_translator, publisher, page):
    his = form_of(publisher, page, "en") | {unit("title"): "His"}
    send(english_translator, edit_url(page, "en"), **{unit("title"): "Hers"})
    hers = live(page).latest_revision_id
    question = press(publisher, page, "en", his).headers["Location"]
    html = publisher.get(question).content.decode()
    assert "w-autosave#save" not in html
    assert newest_draft(page).title_en == "Hers"
    answer = offered(publisher, question)
    assert answer[unit("title")] == "His"
    assert not is_asked(press(publisher, page, "en", answer, **PUBLISH))
    assert live(page).title_en == "His"
    assert live(page).revisions.get(pk=hers).as_object().title_en == "Hers"
    # Going back to the question finds it answered.
    assert publisher.get(question).headers["Location"] == edit_url(page, "en")
    entry = PageLogEntry.objects.get(action="translations.set_aside")
    assert entry.revision.as_object().title_en == "His"
    assert (entry.data["languages"], entry.user.username) == (["en"], "publisher")


def test_the_choice_in_the_open_form_is_an_answer_too(english_translator, publisher, page):
    his = form_of(publisher, page, "en") | {unit("title"): "His"}
    send(english_translator, edit_url(page, "en"), **{unit("title"): "Hers"})
    refused = autosave(publisher, page, "en", his)
    assert refused["error_code"] == "invalid_revision"
    question = BeautifulSoup(refused["conflict"], "html.parser")
    button = question.select_one("button")
    response = press(publisher, page, "en", his, **{button["name"]: button["value"]})
    assert not is_asked(response)
    assert newest_draft(page).title_en == "His"
    assert edit_url(page, "en") in [link["href"] for link in question.select("a")]


def test_a_third_version_is_asked_about_as_well(english_translator, publisher, page):
    his = form_of(publisher, page, "en") | {unit("title"): "His"}
    send(english_translator, edit_url(page, "en"), **{unit("title"): "Hers"})
    question = press(publisher, page, "en", his).headers["Location"]
    answer = offered(publisher, question)
    send(english_translator, edit_url(page, "en"), **{unit("title"): "Hers again"})
    assert is_asked(press(publisher, page, "en", answer))
    assert newest_draft(page).title_en == "Hers again"


def test_what_was_set_aside_does_not_count_as_the_newest_draft(
    english_translator, english, publisher, page
):
    his = form_of(publisher, page, "en") | {unit("title"): "His"}
    send(english_translator, edit_url(page, "en"), **{unit("title"): "Hers"})
    press(publisher, page, "en", his)
    newest = live(page).latest_revision
    assert newest.as_object().title_en == "Hers"
    assert newest.is_latest_revision()
    newest.publish()
    assert (live(page).title_en, live(page).has_unpublished_changes) == ("Hers", False)


def test_only_its_writer_sees_what_was_set_aside(
    english_translator, russian_translator, publisher, page
):
    his = form_of(publisher, page, "en") | {unit("title"): "Confidential"}
    send(english_translator, edit_url(page, "en"), **{unit("title"): "Hers"})
    question = press(publisher, page, "en", his).headers["Location"]
    assert "Confidential" in publisher.get(question).content.decode()
    assert "Confidential" not in english_translator.get(question).content.decode()
    assert russian_translator.get(question).status_code == 302
    assert "/login/" in Client().get(question).headers["Location"]


def test_autosave_overwrites_nothing_that_somebody_would_miss(publisher, page):
    data = form_of(publisher, page, "en") | {unit("title"): "One"}
    saved = autosave(publisher, page, "en", data)["revision_id"]
    assert autosave(publisher, page, "en", data)["revision_id"] == saved
    live(page).revisions.get(pk=saved).publish()
    after_publication = autosave(publisher, page, "en", data | {unit("title"): "Two"})
    assert after_publication["revision_id"] != saved
    newest = live(page).latest_revision
    newest.approved_go_live_at = in_hours(1)
    newest.save()
    draft = newest.as_object()
    draft.edition_language, draft.edition_form = ENGLISH, data["form_token"]
    draft.title_en = "Three"
    draft.save_revision(user=newest.user, overwrite_revision=newest)
    titles = [revision.as_object().title_en for revision in live(page).revisions.order_by("pk")]
    assert titles[-3:] == ["One", "Two", "Three"]


def test_nothing_is_saved_under_the_name_of_somebody_else(english_translator, publisher, page):
    hers = form_of(english_translator, page, "en") | {unit("title"): "Hers"}
    answer = autosave(publisher, page, "en", dict(hers))
    assert answer["error_code"] == "other_user"
    response = press(publisher, page, "en", hers)
    assert response.status_code == 200
    assert newest_draft(page).title_en == "Title"
    html = BeautifulSoup(response.content, "html.parser")
    assert html.select_one(f"[name='{unit('title')}']")["value"] == "Hers"
    mine = {"form_user": html.select_one("[name=form_user]")["value"]}
    assert not is_asked(press(publisher, page, "en", hers, **mine))
    assert newest_draft(page).title_en == "Hers"


def test_whoever_lost_the_right_to_save_is_told_why(english_translator, page):
    data = form_of(english_translator, page, "en")
    User.objects.get(username="english").groups.clear()
    User.objects.get(username="english").user_permissions.add(
        *User.objects.get(username="english").user_permissions.model.objects.filter(
            codename="access_admin"
        )
    )
    assert autosave(english_translator, page, "en", data)["error_code"] == "refused"


def test_a_ping_is_silent_about_what_the_form_itself_saved(english_translator, publisher, page):
    html = english_translator.get(edit_url(page, "en")).content.decode()
    form = BeautifulSoup(html, "html.parser")
    url = form.select_one("[data-w-swap-src-value]")["data-w-swap-src-value"]
    token = form.select_one("[name=form_token]")["value"]
    data = form_of(english_translator, page, "en") | {"form_token": token}
    autosave(english_translator, page, "en", data)
    assert english_translator.post(url).json()["conflict"] == ""
    send(publisher, edit_url(page, "en"))
    send(publisher, edit_url(page, "en"), **{unit("title"): "His"})
    assert "周明" in english_translator.post(url).json()["conflict"]


def add_url():
    index = NewsIndex.objects.first()
    return reverse("wagtailadmin_pages:add", args=["news", "newsarticle", index.pk])


def test_a_new_page_that_is_sent_twice_exists_once(publisher):
    data = offered(publisher, add_url()) | {"title_zh_hans": "新"}
    first = publisher.post(add_url(), data, **JSON).json()
    # The answer was lost, so the form sends the same again.
    again = publisher.post(add_url(), data | {"title_zh_hans": "新页"}, **JSON).json()
    assert (again["success"], again["pk"], again["url"]) == (True, first["pk"], first["url"])
    assert data["form_token"] in again["hydrate_url"]
    assert not is_asked(publisher.post(add_url(), data | {"title_zh_hans": "新页"} | PUBLISH))
    made = NewsArticle.objects.get(title_zh_hans="新页")
    assert (made.pk, made.live) == (first["pk"], True)


def test_a_new_page_goes_on_under_the_token_of_its_form(publisher):
    data = offered(publisher, add_url()) | {"title_zh_hans": "新"}
    made = publisher.post(add_url(), data, **JSON).json()
    assert data["form_token"] in publisher.get(made["hydrate_url"]).content.decode()
    saved = publisher.post(made["url"], data | {"title_zh_hans": "新页"}, **JSON).json()
    assert saved["success"]
    assert publisher.post(made["url"], data | {"title_zh_hans": "新页"}).status_code == 302


def test_a_script_is_told_where_the_form_leads_and_leads_there_itself(publisher, page):
    data = form_of(publisher, page, "en") | {unit("title"): "Told"}
    response = publisher.post(edit_url(page, "en"), data, headers={"X-Redirect-As": "json"})
    assert json.loads(response.content) == {"location": edit_url(page, "en")}
    # The message is still there for whoever arrives.
    html = BeautifulSoup(publisher.get(edit_url(page, "en")).content, "html.parser")
    assert len(html.select(".messages li")) == 1
