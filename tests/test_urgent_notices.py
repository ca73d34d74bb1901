"""A notice stands at the top of every page, for its days, in the languages that it has words in."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mep_site.pagecache.layer import PageCache
from mep_site.publicstate import version
from mep_site.siteconfig.models import UrgentNotice

from .admin_forms import offered
from .pagecache.requests import ask
from .pagecache.test_site import HIT, site  # noqa: F401 - a fixture

EDIT = "wagtailsnippets_siteconfig_urgentnotice:edit"
ADD = "wagtailsnippets_siteconfig_urgentnotice:add"

TYPED = {"label_zh_hans": "停水通知", "page": "", "url": "", "since": "", "until": ""}


@pytest.fixture
def today(db):
    UrgentNotice.objects.all().delete()
    return timezone.localdate()


def bar(answer: bytes) -> str:
    found = BeautifulSoup(answer, "html.parser").select_one(".urgent-notices")
    return found.get_text(strip=True) if found else ""


def test_it_stands_in_the_languages_that_it_is_written_in(today):
    UrgentNotice(label_zh_hans="停水通知", label_en="No water", until=today).save()
    shown = [bar(Client().get(f"/{code}/").content) for code in ("zh-hans", "en", "ru")]
    assert shown == ["停水通知", "No water", ""]


def test_it_leads_to_its_page_as_long_as_that_is_public(today, home):
    page = home.get_children().get(slug="contact").specific
    UrgentNotice(label_en="Moved", page=page, until=today).save()
    assert BeautifulSoup(Client().get("/en/").content, "html.parser").select(
        f'.urgent-notices a[href="{page.get_url().replace("zh-hans", "en")}"]'
    )
    page.unpublish()
    html = BeautifulSoup(Client().get("/en/").content, "html.parser")
    assert (bar(html.encode()), html.select(".urgent-notices a")) == ("Moved", [])


def test_it_is_gone_from_pages_in_the_cache_when_its_last_day_is_over(
    today,
    site: PageCache,  # noqa: F811
    monkeypatch,
):
    ask(site, "/en/contact/")
    UrgentNotice(label_en="No water", since=today, until=today).save()
    first, second = ask(site, "/en/contact/"), ask(site, "/en/contact/")
    assert (bar(first.body), bar(second.body), second.whence) == ("No water", "No water", HIT)
    tomorrow = today + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: tomorrow)
    # Half a second later: nobody has written anything.
    version.expire()
    assert bar(ask(site, "/en/contact/").body) == ""


def test_it_does_not_stand_there_before_its_first_day(today):
    tomorrow = today + timedelta(days=1)
    UrgentNotice(label_en="No water", since=tomorrow, until=tomorrow).save()
    assert bar(Client().get("/en/").content) == ""


def test_editors_switch_it_on_and_translators_do_not(editor, russian_translator, today):
    assert editor.post(reverse(ADD), TYPED | {"until": str(today)}).status_code == 302
    assert UrgentNotice.objects.get().label_zh_hans == "停水通知"
    russian_translator.post(reverse(ADD), TYPED | {"until": str(today)})
    assert UrgentNotice.objects.count() == 1


def test_a_translator_writes_it_in_one_language_and_moves_no_day(russian_translator, today):
    notice = UrgentNotice(label_zh_hans="停水通知", until=today)
    notice.save()
    forged = TYPED | {"label_zh_hans": "没有水", "label_ru": "Нет воды", "until": "2099-01-01"}
    url = reverse(EDIT, args=[notice.pk])
    russian_translator.post(url, offered(russian_translator, url) | forged)
    notice.refresh_from_db()
    said = (notice.label_zh_hans, notice.label_ru, notice.until)
    assert said == ("停水通知", "Нет воды", today)


def test_it_needs_words_and_a_last_day(admin, today):
    answer = admin.post(reverse(ADD), {"page": "", "url": "", "since": "", "until": ""})
    assert answer.status_code == 200
    assert UrgentNotice.objects.count() == 0
    assert len(
        BeautifulSoup(answer.content, "html.parser").select(".error-message, .help-critical")
    )
