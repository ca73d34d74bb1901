"""Colleagues are told of what waits for them: once a day, at once where it matters, never twice."""

from datetime import time, timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from mep_site.digests import promising
from mep_site.digests.models import DigestMail, DigestPreference
from mep_site.digests.sending import send_digests
from mep_site.mailing.delivering import Delivery
from mep_site.translations.admin.editing.steps import return_translation, submit_translation
from news.models import NewsArticle

from ..translations.steps import CHINESE, NOTE, RUSSIAN, pinned_page, save

pytestmark = pytest.mark.every_database


@pytest.fixture(autouse=True)
def _morning(monkeypatch):
    """Whatever the clock says, it is time for digests."""
    monkeypatch.setattr(promising, "MORNING", time(0))


@pytest.fixture
def page(some):
    return pinned_page(some(NewsArticle))


@pytest.fixture
def people(db):
    """Those who have an address: all but the administrator, who would be told of everything."""
    cast = {}
    for name in ("editor", "russian", "english", "publisher"):
        cast[name] = User.objects.get(username=name)
        cast[name].email = f"{name}@example.org"
        cast[name].save()
    return cast


def change_in_content(page, user=None):
    revision = save(page, CHINESE, kind="material", title_zh_hans="新的标题")
    revision.publish(user=user)


def submit(page, user):
    revision = save(page, RUSSIAN, title_ru="Новый заголовок")
    submit_translation(page, RUSSIAN, user, revision)
    return revision


def mails_to(person):
    """What one run sends to one of the cast."""
    mail.outbox = []
    send_digests()
    return [each for each in mail.outbox if each.to == [person.email]]


def told_at_once(person):
    """The same, without the digest of the day."""
    DigestPreference.objects.update_or_create(user=person, defaults={"daily": False})
    return [each for each in mails_to(person) if "Возвращено" in each.subject]


def test_a_publisher_is_told_what_was_submitted_and_since_when(page, people):
    submit(page, people["russian"])
    page.editions.filter(language="ru").update(step_at=timezone.now() - timedelta(days=4))
    [message] = mails_to(people["publisher"])
    assert message.subject == "有1篇文稿待您处理 · 最早的已等待4天"
    assert page.title_zh_hans in message.body
    assert f"/admin/pages/{page.pk}/edit/?language=ru" in message.body
    assert '<html lang="zh-Hans"' in message.alternatives[0].content


def test_nobody_is_told_when_nothing_waits_nor_later_on_that_day(page, people):
    assert mails_to(people["publisher"]) == []
    submit(page, people["russian"])
    assert mails_to(people["publisher"]) == []
    DigestMail.objects.all().delete()
    assert len(mails_to(people["publisher"])) == 1


def test_a_digest_is_sent_once_a_day_however_often_the_command_runs(page, people):
    submit(page, people["russian"])
    assert len(mails_to(people["publisher"])) == 1
    assert mails_to(people["publisher"]) == []


def test_a_run_that_ended_before_it_sent_is_completed_by_the_next_one(page, people, monkeypatch):
    submit(page, people["russian"])
    with monkeypatch.context() as patch:
        patch.setattr(Delivery, "send_waiting", lambda self: None)
        assert mails_to(people["publisher"]) == []
    assert len(mails_to(people["publisher"])) == 1


def test_a_returned_translation_is_told_at_once_in_the_translators_language(page, people):
    submit(page, people["russian"])
    return_translation(page, RUSSIAN, people["publisher"], "Проверьте дату.")
    [message] = told_at_once(people["russian"])
    assert message.subject.startswith("Возвращено вам:")
    assert "Проверьте дату." in message.body
    assert told_at_once(people["russian"]) == []


def test_what_was_submitted_again_meanwhile_is_not_told_as_returned(page, people, monkeypatch):
    submit(page, people["russian"])
    return_translation(page, RUSSIAN, people["publisher"], "Проверьте дату.")
    with monkeypatch.context() as patch:
        patch.setattr(Delivery, "send_waiting", lambda self: None)
        mails_to(people["russian"])
    submit(page, people["russian"])
    assert told_at_once(people["russian"]) == []


def test_a_change_in_content_is_told_at_once_to_translators_and_to_no_publisher(page, people):
    change_in_content(page)
    mail.outbox = []
    send_digests()
    address = f"/admin/pages/{page.pk}/edit/?language="
    told = [each for each in mail.outbox if address in each.body and "#first-open" in each.body]
    at_once = [each for each in told if " (" in each.subject or "（" in each.subject]
    assert {each.to[0] for each in at_once} == {"english@example.org", "russian@example.org"}
    [russian] = [each for each in at_once if each.to == ["russian@example.org"]]
    assert russian.subject.startswith("Китайский текст изменился: «")
    assert NOTE["zh-hans"] in russian.body


def test_an_editorial_change_is_told_to_nobody(page, people):
    save(page, CHINESE, kind="editorial", title_zh_hans="新的标题").publish()
    assert not [each for each in mails_to(people["english"]) if f"/{page.pk}/" in each.body]


def test_a_chinese_editor_is_told_that_a_translation_went_live(page, people):
    draft = page.get_latest_revision_as_object()
    draft.enter(CHINESE)
    draft.save_revision(user=people["editor"], log_action=True)
    page.editions.update(last_published_at=timezone.now() - timedelta(days=9))
    submit(page, people["russian"]).publish(user=people["publisher"])
    [message] = mails_to(people["editor"])
    assert message.subject == "您的1个页面有新译文上线"
    assert "/ru/" in message.body


def test_each_person_decides_which_mails_they_get(page, people, client):
    client.force_login(people["russian"])
    form = client.get("/admin/account/").context_data["panels_by_tab"]
    assert any("digests" in str(panel.name) for tab in form.values() for panel in tab)
    data = {"name_email-first_name": "О", "name_email-last_name": "Ольга"}
    data |= {"name_email-email": "russian@example.org", "locale-preferred_language": "ru"}
    data |= {"locale-current_time_zone": "", "theme-theme": "system", "theme-contrast": "system"}
    data |= {"theme-density": "default"}
    response = client.post("/admin/account/", data)
    assert response.status_code == 302, response.context_data["panels_by_tab"]
    wish = DigestPreference.objects.get(user=people["russian"])
    assert (wish.daily, wish.at_once) == (False, False)
    change_in_content(page)
    assert mails_to(people["russian"]) == []


def test_whoever_may_not_enter_the_admin_any_more_is_told_nothing(page, people):
    change_in_content(page)
    people["russian"].groups.clear()
    people["english"].is_active = False
    people["english"].save()
    mail.outbox = []
    send_digests()
    assert {each.to[0] for each in mail.outbox} <= {"publisher@example.org", "editor@example.org"}


def test_what_was_told_is_forgotten_after_weeks(people):
    send_digests()
    assert DigestMail.objects.exists()
    told = DigestMail.objects.filter(user=people["editor"])
    told.update(promised_at=timezone.now() - timedelta(days=15), told_of="daily 2019-05-03")
    send_digests()
    assert not told.filter(told_of="daily 2019-05-03").exists()
    assert told.count() == 1
