"""The first page of the admin shows what waits for whoever signs in."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mep_site.translations.models import AuthoritativeChange, Edition
from news.models import NewsArticle

from ..admin_forms import edit_url, send, unit
from ..translations.steps import (
    ENGLISH,
    PUBLISH,
    RUSSIAN,
    live,
    newest_draft,
    save,
    save_chinese,
    stream,
)

pytestmark = [
    pytest.mark.every_database,
    pytest.mark.slow,
    pytest.mark.usefixtures("version_is_kept"),
]

SUBMIT, RETURN = {"action-submit-translation": "1"}, {"action-return-translation": "1"}


def worklists(client):
    """The lists on the first page by name; each item as its address and what is said about it."""
    html = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return {
        section["id"].removeprefix("worklist-"): [
            (item.a["href"], item.get_text(" ", strip=True))
            for item in section.select(".worklist__item")
        ]
        for section in html.select(".worklist[id^=worklist]")
    }


def addresses(client, name):
    return [address for address, _ in worklists(client)[name]]


def set_behind(page, language, when, differing=1):
    """The Chinese was changed after the translation that is public was made."""
    Edition.objects.filter(page_id=page.pk).in_language(language).update(
        freshness="behind",
        differing=differing,
        translates_text_of=when - timedelta(days=1),
        waits_since=when,
    )
    AuthoritativeChange.objects.create(
        page_id=page.pk, kind="material", note_en="A limit was lowered.", published_at=when
    )


def address_of(item):
    """Where an item leads, without the place in the form."""
    return item.a["href"].partition("#")[0]


def days_ago(number):
    return timezone.now() - timedelta(days=number)


@pytest.fixture
def articles(page):
    """Two articles that are public in three languages, and no translation is behind."""
    Edition.objects.filter(freshness="behind").update(freshness="current")
    return [page, NewsArticle.objects.live().exclude(pk=page.pk).first()]


@pytest.fixture
def stranger(db):
    """Somebody who may enter the admin and work on no text."""
    user = User.objects.create_user("stranger", password="-")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client


def test_a_draft_is_shown_to_who_wrote_it_in_the_language_that_it_is_in(
    english_translator, russian_translator, publisher, page
):
    send(english_translator, edit_url(page), **{unit("title"): "Not ready"})
    assert addresses(english_translator, "drafts") == [edit_url(page, "en")]
    for other in (russian_translator, publisher):
        assert addresses(other, "drafts") == []


def test_an_editor_sees_her_own_drafts_and_nothing_of_translations(editor, page):
    save_chinese(editor, page)
    lists = worklists(editor)
    assert set(lists) == {"returned", "drafts"}
    address, said = lists["drafts"][0]
    assert address == edit_url(page, "zh-hans")
    assert "未经批准的标题" in said or "标题" in said


def test_what_was_submitted_waits_for_publishers_only(
    english_translator, russian_translator, publisher, page
):
    send(english_translator, edit_url(page), **{unit("title"): "Please"}, **SUBMIT)
    assert addresses(publisher, "submitted") == [edit_url(page, "en")]
    assert "Anna Smith" in worklists(publisher)["submitted"][0][1]
    assert "submitted" not in worklists(english_translator)
    assert addresses(russian_translator, "drafts") == []


def test_what_was_returned_comes_back_with_the_words(
    english_translator, russian_translator, publisher, page
):
    send(english_translator, edit_url(page), **{unit("title"): "Please"}, **SUBMIT)
    send(publisher, edit_url(page, "en"), return_comment="Check the number.", **RETURN)
    (address, said), *others = worklists(english_translator)["returned"]
    assert address == f"{edit_url(page, 'en')}#first-open"
    assert "Check the number." in said
    assert "周明" in said
    assert others == []
    assert addresses(english_translator, "drafts") == []
    assert addresses(russian_translator, "returned") == []
    assert addresses(publisher, "submitted") == []


def test_a_chinese_text_goes_the_same_way_in_the_workflow(editor, publisher, page):
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    send(editor, edit_url(page), title_zh_hans="送审标题", **body, **{"action-submit": "1"})
    assert addresses(publisher, "submitted") == [edit_url(page, "zh-hans")]
    task = live(page).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", task.pk])
    publisher.post(url, {"comment": "请核对数字。"})
    assert addresses(publisher, "submitted") == []
    (address, said), *_ = worklists(editor)["returned"]
    assert address == f"{edit_url(page, 'zh-hans')}#first-open"
    assert "请核对数字。" in said


def test_what_is_behind_comes_oldest_first_and_leads_to_the_paragraph(english_translator, articles):
    new, old = articles
    set_behind(new, ENGLISH, days_ago(3), differing=7)
    set_behind(old, ENGLISH, days_ago(90))
    set_behind(old, RUSSIAN, days_ago(90))
    behind = worklists(english_translator)["behind"]
    assert [address for address, _ in behind] == [
        f"{edit_url(old, 'en')}#first-open",
        f"{edit_url(new, 'en')}#first-open",
    ]
    assert "A limit was lowered." in behind[0][1]


def test_a_translation_that_is_brought_up_to_date_leaves_the_list(publisher, articles):
    page = articles[0]
    set_behind(page, ENGLISH, days_ago(3))
    send(publisher, edit_url(page, "en"), all_still_correct="on", **PUBLISH)
    assert addresses(publisher, "behind") == []


def test_more_than_a_few_are_counted_and_lead_to_the_report(english_translator, db):
    english = Edition.objects.filter(language="en", state="live")
    number = english.update(freshness="behind", differing=1, waits_since=days_ago(1))
    assert number > 5
    html = BeautifulSoup(english_translator.get("/admin/").content, "html.parser")
    section = html.select_one("#worklist-behind")
    assert section.select_one(".worklist__count").get_text() == str(number)
    assert len(section.select(".worklist__item")) == 5
    report = english_translator.get(section.select_one(".worklist__all a")["href"])
    assert report.context_data["paginator"].count == number


@pytest.mark.parametrize("name", ["returned", "submitted", "drafts", "behind"])
def test_the_report_of_a_list_holds_what_the_list_does(name, publisher, articles):
    one, other = articles
    for page in articles:
        send(publisher, edit_url(page, "en"), **{unit("title"): "Mine"})
    set_behind(one, ENGLISH, days_ago(3))
    # Past the checks of its text, which would ask first.
    Edition.objects.filter(page_id=other.pk, language="ru").update(step="submitted")
    send(publisher, edit_url(one, "ru"), **{unit("title"): "Моё"}, **SUBMIT)
    send(publisher, edit_url(one, "ru"), return_comment="No.", **RETURN)
    html = BeautifulSoup(publisher.get("/admin/").content, "html.parser")
    section = html.select_one(f"#worklist-{name}")
    shown = {address_of(item) for item in section.select(".worklist__item")}
    report = BeautifulSoup(
        publisher.get(section.select_one(".worklist__all a")["href"]).content, "html.parser"
    )
    listed = {address_of(cell) for cell in report.select("tbody td.title")}
    assert shown
    assert shown <= listed


def test_where_nothing_waits_it_says_so(russian_translator, db):
    html = BeautifulSoup(russian_translator.get("/admin/").content, "html.parser")
    sections = {section["id"]: section for section in html.select(".worklist[id^=worklist]")}
    assert set(sections) == {"worklist-returned", "worklist-behind", "worklist-drafts"}
    nothing = sections["worklist-returned"].select_one(".worklist__nothing")
    assert nothing.get_text(strip=True)


def test_a_stranger_sees_no_lists(stranger, page, publisher):
    save(page, ENGLISH, title_en="Secret")
    assert worklists(stranger) == {}
    assert "Secret" not in stranger.get("/admin/").content.decode()


def test_work_on_pages_that_somebody_may_not_change_is_not_theirs(stranger, page):
    user = User.objects.get(username="stranger")
    user.user_permissions.add(Permission.objects.get(codename="edit_en"))
    set_behind(page, ENGLISH, days_ago(3))
    stranger = Client()
    stranger.force_login(user)
    assert worklists(stranger)["behind"] == []


def test_the_first_page_costs_the_same_for_any_amount_of_work(publisher, page):
    user = User.objects.get(username="publisher")
    save(page, ENGLISH, title_en="Newer")
    revision = live(page).latest_revision
    revision.user = user
    revision.save(update_fields=["user"])
    work = {
        "en": {
            "freshness": "behind",
            "differing": 2,
            "has_draft": True,
            "latest_revision": revision,
        },
        "ru": {"step": "submitted", "step_by": user, "step_at": timezone.now()},
    }

    def give_work(pages):
        for code, changes in work.items():
            Edition.objects.filter(language=code, state="live", page__in=pages).update(**changes)

    give_work([page])
    publisher.get("/admin/")
    with CaptureQueriesContext(connection) as few:
        publisher.get("/admin/")
    give_work(NewsArticle.objects.live())
    with CaptureQueriesContext(connection) as many:
        publisher.get("/admin/")
    assert len(worklists(publisher)["submitted"]) == 5
    assert len(many) <= len(few)
