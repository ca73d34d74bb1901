"""Before a material change of the Chinese goes live its publisher has just proved who they are."""

import json
import time

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageLogEntry

from mep_site.accounts import sessions

from ..admin_forms import edit_url, offered, send, stream, unit
from ..translations.steps import CHINESE, PUBLISH, live, newest_draft, save
from .conftest import Colleague

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEW = "改过的标题"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is some time after the publisher has signed in."""
    now = time.time
    monkeypatch.setattr(sessions.time, "time", lambda: now() + sessions.RECENT + 1)


@pytest.fixture
def colleague(publisher_at_the_door: Colleague) -> Colleague:
    """The publisher, signed in by password and code."""
    publisher_at_the_door.has_codes("11112222").signs_in()
    return publisher_at_the_door


def typed(page, kind, **pressed):
    """What the form of the Chinese sends."""
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    return {"title_zh_hans": NEW, "change_kind": kind, **body, **pressed}


def publishes_by_form(client, page, kind="material"):
    data = offered(client, edit_url(page, "zh-hans")) | typed(page, kind, **PUBLISH)
    return client.post(edit_url(page, "zh-hans"), data, follow=True)


def publishes_in_bulk(client, page, kind="material"):
    save(page, CHINESE, kind=kind, title_zh_hans=NEW)
    address = reverse("wagtail_bulk_action", args=["core", "basepage", "publish"])
    url = f"{address}?next=/admin/pages/&id={page.pk}"
    return client.post(url, {"languages": ["zh-hans"]}, follow=True)


def _submits(page, kind):
    editor = Colleague("editor")
    editor.types_password()
    data = offered(editor.client, edit_url(page, "zh-hans"))
    data |= typed(page, kind, **{"action-submit": "1"})
    editor.client.post(edit_url(page, "zh-hans"), data)
    return live(page).current_workflow_task_state


def approves_in_the_form(client, page, kind="material"):
    _submits(page, kind)
    decided = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    data = offered(client, edit_url(page, "zh-hans")) | typed(page, kind, **decided)
    return client.post(edit_url(page, "zh-hans"), data, follow=True)


def approves_in_a_list(client, page, kind="material"):
    task = _submits(page, kind)
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    return client.post(address, follow=True)


WAYS = [publishes_by_form, publishes_in_bulk, approves_in_the_form, approves_in_a_list]


def way_on(response) -> str:
    """Where the button leads that is shown with the reason."""
    html = BeautifulSoup(response.content, "html.parser")
    (button,) = html.select('.messages a[href*="/account/confirm/"]')
    return button["href"]


@pytest.mark.parametrize("publishes", WAYS)
def test_a_material_change_is_not_published_by_who_signed_in_long_ago(
    publishes, colleague, page, later
):
    published = PageLogEntry.objects.filter(page=page, action="wagtail.publish")
    before = published.count()
    response = publishes(colleague.client, page)
    assert live(page).title_zh_hans == "标题"
    assert newest_draft(page).title_zh_hans == NEW
    assert published.count() == before
    assert way_on(response)


@pytest.mark.parametrize("publishes", WAYS)
def test_a_material_change_is_published_by_who_has_just_signed_in(publishes, colleague, page):
    publishes(colleague.client, page)
    assert live(page).title_zh_hans == NEW


def test_who_has_confirmed_is_led_back_and_publishes_what_is_saved(colleague, page, later):
    url = way_on(publishes_by_form(colleague.client, page))
    asked = BeautifulSoup(colleague.client.get(url).content, "html.parser")
    next_url = asked.select_one("input[name=next]")["value"]
    response = colleague.sends("mfa_reauthenticate", code="11112222", next=next_url)
    assert response.headers["Location"] == edit_url(page, "zh-hans")
    data = offered(colleague.client, next_url)
    assert data["title_zh_hans"] == NEW
    colleague.client.post(next_url, data | typed(page, "material", **PUBLISH))
    assert live(page).title_zh_hans == NEW


def test_a_wrong_code_confirms_nothing(colleague, page, later):
    assert colleague.sends("mfa_reauthenticate", code="99999999").status_code == 200
    publishes_by_form(colleague.client, page)
    assert live(page).title_zh_hans == "标题"


def test_a_password_confirms_nothing_for_who_has_more(colleague, page, later):
    colleague.sends("account_reauthenticate", password="demo-publisher")
    publishes_by_form(colleague.client, page)
    assert live(page).title_zh_hans == "标题"


def test_an_editorial_change_is_published_without_being_asked(colleague, page, later):
    publishes_by_form(colleague.client, page, "editorial")
    assert live(page).title_zh_hans == NEW


def test_withdrawing_translations_is_no_less_than_material(colleague, page, later):
    publishes_by_form(colleague.client, page, "withdraw")
    assert live(page).title_zh_hans == "标题"


def test_a_translation_is_published_without_being_asked(colleague, page, later):
    url = edit_url(page, "en")
    send(colleague.client, url, **{unit("title"): "A fix", **PUBLISH})
    assert live(page).title_en == "A fix"


def test_the_api_refuses_too(colleague, page, later):
    save(page, CHINESE, kind="material", title_zh_hans=NEW)
    url = f"/admin/api/main/pages/{page.pk}/action/publish/"
    sent = json.dumps({"language": "zh-hans"})
    answer = colleague.client.post(url, sent, content_type="application/json")
    assert answer.status_code >= 400
    assert live(page).title_zh_hans == "标题"


def test_a_text_for_a_later_moment_is_approved_by_who_has_just_proved_it(colleague, page, later):
    data = offered(colleague.client, edit_url(page, "zh-hans"))
    data |= typed(page, "material", go_live_at="2099-01-01 10:00", **PUBLISH)
    response = colleague.client.post(edit_url(page, "zh-hans"), data, follow=True)
    assert way_on(response)
    assert not page.revisions.exclude(approved_go_live_at=None).exists()
