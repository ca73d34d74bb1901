"""Drafts that several people save at once, in different languages and in the same one."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from departments.models import Department
from mep_site.translations.content.blocks import block_ids

from ..admin_forms import answer, edit_url, offered, send, stream, unit
from .committed import article
from .steps import (
    IDS,
    PUBLISH,
    live,
    newest_draft,
)

pytestmark = pytest.mark.slow

JSON = {"HTTP_ACCEPT": "application/json"}


def autosave(client, url, data, state, **typed):
    """Save as the script of the edit form does; ``state`` remembers what the server answered."""
    response = client.post(url, data | state | typed, **JSON)
    answer = response.json()
    assert answer.get("success"), answer
    state["overwrite_revision_id"] = str(answer["revision_id"])


def test_two_languages_are_saved_in_turn_without_refusal(editor, english_translator, page):
    body = stream("body_zh_hans", list(page.body_zh_hans.raw_data))
    chinese = offered(editor, edit_url(page)) | body
    translation = offered(english_translator, edit_url(page))
    zh_state, en_state = {}, {}
    for number in range(20):
        autosave(editor, edit_url(page), chinese, zh_state, title_zh_hans=f"标题 {number}")
        typed = {unit("title"): f"Title {number}"}
        autosave(english_translator, edit_url(page), translation, en_state, **typed)
        saved = newest_draft(page)
        assert (saved.title_zh_hans, saved.title_en) == (f"标题 {number}", f"Title {number}")
    assert live(page).revisions.count() <= page.revisions.count() + 2
    assert newest_draft(page).title_ru == page.title_ru


def test_structure_may_change_while_a_translator_writes(editor, english_translator, page):
    raw = list(page.body_zh_hans.raw_data)
    first, second = IDS[:2]
    chinese = offered(editor, edit_url(page))
    translation = offered(english_translator, edit_url(page))
    state = {}
    moved = [block for block in reversed(raw) if block["type"] == "paragraph"]
    without_first = [block for block in moved if block["id"] != first]
    autosave(editor, edit_url(page), chinese | stream("body_zh_hans", without_first), state)
    typed = {unit("summary"): "Typed meanwhile"}
    autosave(english_translator, edit_url(page), translation, {}, **typed)
    saved = newest_draft(page)
    english_ids = block_ids(saved.body_en.stream_block, list(saved.body_en.raw_data))
    assert saved.summary_en == "Typed meanwhile"
    assert second in english_ids
    assert [block["id"] for block in saved.body_zh_hans.raw_data] == [
        block["id"] for block in without_first
    ]
    again = offered(english_translator, edit_url(page))
    assert unit(f"body.{first}.") in again or unit(f"body.{first}") in again


def test_a_row_added_in_a_draft_keeps_its_translation(admin, english_translator, some):
    page = some(Department)
    count = page.divisions.count()
    data = offered(admin, edit_url(page))
    new = {
        "divisions-TOTAL_FORMS": str(count + 1),
        f"divisions-{count}-name_zh_hans": "新设处",
        f"divisions-{count}-ORDER": str(count + 1),
    }
    admin.post(edit_url(page), data | new)
    key = next(
        row.key for row in newest_draft(page).divisions.all() if row.name_zh_hans == "新设处"
    )
    send(english_translator, edit_url(page), **{unit(f"divisions.{key}.name"): "New Division"})
    again = offered(admin, edit_url(page))
    admin.post(edit_url(page), again | {"summary_zh_hans": "改动"})
    row = next(row for row in newest_draft(page).divisions.all() if row.name_zh_hans == "新设处")
    assert (row.key, row.name_en) == (key, "New Division")


def test_a_translation_of_a_row_that_the_draft_removed_reaches_the_public(admin, english, some):
    page = some(Department)
    row = page.divisions.first()
    admin.post(edit_url(page), offered(admin, edit_url(page)) | {"divisions-0-DELETE": "1"})
    assert row.key not in {each.key for each in newest_draft(page).divisions.all()}
    name = unit(f"divisions.{row.key}.name")
    response = send(english, edit_url(page), **{name: "Renamed"}, **PUBLISH)
    # Its former name is a term, so that the checks ask.
    answer(english, response, "as-they-are")
    assert live(page).divisions.get(key=row.key).name_en == "Renamed"
    assert row.key not in {each.key for each in newest_draft(page).divisions.all()}


@pytest.fixture
def stored_articles(django_db_setup, django_db_blocker):
    """Articles that are really stored: threads do not see what a test's transaction holds.

    Four on PostgreSQL. SQLite has one writer at a time, so there one is enough.
    """
    count = 4 if connection.vendor == "postgresql" else 1
    with django_db_blocker.unblock(), ExitStack() as articles:
        yield [articles.enter_context(article(f"at-once-{number}")) for number in range(count)]


def in_threads(work, *arguments):
    """Do the work in a thread for each of the arguments; each has connections of its own."""

    def work_and_close(argument):
        try:
            return work(argument)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(arguments)) as threads:
        return list(threads.map(work_and_close, arguments))


def logged_in(username):
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


@pytest.mark.every_database
def test_people_are_saved_automatically_at_once_without_refusal(stored_articles):
    turns = 25

    def write(session):
        page, username, code, field = session
        client, state, url = logged_in(username), {}, edit_url(page, code)
        data = offered(client, url)
        if code == "zh-hans":
            data |= stream("body_zh_hans", list(page.body_zh_hans.raw_data))
        for turn in range(turns):
            autosave(client, url, data, state, **{field: f"{code} {turn}"})

    sessions = [
        (page, *person)
        for page in stored_articles
        for person in (
            ("editor", "zh-hans", "title_zh_hans"),
            ("english", "en", unit("title")),
        )
    ]
    in_threads(write, *sessions)
    for page in stored_articles:
        saved = newest_draft(page)
        last = turns - 1
        assert (saved.title_zh_hans, saved.title_en) == (f"zh-hans {last}", f"en {last}")
        assert saved.title_ru == page.title_ru
        ids = [block["id"] for block in page.body_zh_hans.raw_data]
        assert [block["id"] for block in saved.body_zh_hans.raw_data] == ids


@pytest.mark.every_database
def test_people_who_save_one_page_lose_nothing_of_each_other(stored_articles):
    page = stored_articles[0]
    people = {"en": "english", "ru": "russian"}

    def write(session):
        number, code = session
        client = logged_in(people[code])
        data = offered(client, edit_url(page, code))
        # Without it nobody is asked whether to go on: what is tested is the lock.
        del data["loaded_revision_created_at"]
        for turn in range(5):
            typed = {unit("title"): f"{code} {number} {turn}"}
            assert client.post(edit_url(page, code), data | typed).status_code == 302

    each = range(len(stored_articles))
    in_threads(write, *[(number, code) for number in each for code in people])
    saved = newest_draft(page)
    assert saved.title_zh_hans == page.title_zh_hans
    assert (saved.title_en[:2], saved.title_ru[:2]) == ("en", "ru")
    assert {saved.title_en[-1], saved.title_ru[-1]} == {"4"}


def test_the_second_to_save_a_language_is_told_and_both_texts_can_be_had(
    english_translator, publisher, page
):
    first = offered(english_translator, edit_url(page))
    second = offered(publisher, edit_url(page, "en"))
    english_translator.post(edit_url(page), first | {unit("title"): "Hers"})
    hers = live(page).latest_revision
    response = publisher.post(edit_url(page, "en"), second | {unit("title"): "His"})
    question = response.headers["Location"]
    html = publisher.get(question).content.decode()
    assert 'value="His"' in html
    assert reverse("wagtailadmin_pages:revisions_view", args=[page.pk, hers.pk]) in html
    assert newest_draft(page).title_en == "Hers"
    answer = publisher.post(edit_url(page, "en"), offered(publisher, question), follow=True)
    assert reverse("wagtailadmin_pages:revisions_view", args=[page.pk, hers.pk]) in (
        answer.content.decode()
    )
    assert newest_draft(page).title_en == "His"
    assert live(page).revisions.get(pk=hers.pk).as_object().title_en == "Hers"


def test_autosave_refuses_to_overwrite_somebody_elses_text(english_translator, publisher, page):
    first = offered(english_translator, edit_url(page))
    second = offered(publisher, edit_url(page, "en"))
    autosave(english_translator, edit_url(page), first, {}, **{unit("title"): "Hers"})
    response = publisher.post(edit_url(page, "en"), second | {unit("title"): "His"}, **JSON)
    assert (response.status_code, response.json()["error_code"]) == (400, "invalid_revision")
    assert newest_draft(page).title_en == "Hers"
