"""How visitors come to follow something, and how they stop: by links that only they have."""

import re
import time
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.core.signing import Signer
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone, translation

from mep_site.home.models import HomePage
from mep_site.subscriptions.limits import MAILS_PER_ADDRESS, MAILS_PER_NETWORK
from mep_site.subscriptions.links import STOP, confirm_link, manage_link, stop_link
from mep_site.subscriptions.models import AskingTrace, Subscriber, Subscription
from mep_site.topics.models import Topic
from mep_site.visitors import forms
from news.models import NewsArticle

from ..measuring.places import CODES, address
from ..test_error_reports import NO_MAIL
from .followers import Kind, follow

SITE = "http://127.0.0.1:8000"
TYPED = {"email": "reader@example.org", "frequency": "weekly"}


@pytest.fixture
def visitor(db):
    """A browser whose forms are checked as strictly as in production."""
    return Client(enforce_csrf_checks=True)


def path(view, code="en", *args):
    with translation.override(code):
        return reverse(view, args=args)


def send(client, url, **typed):
    opened = forms.SIGNER.sign(str(int(time.time()) - 60))
    return client.post(url, {**TYPED, "opened": opened, "subject": "", **typed})


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def links_in(message):
    """The addresses in a mail, without the host."""
    return [each.removeprefix(SITE) for each in re.findall(rf"{SITE}/\S+", message.body)]


def link_to(message, part):
    return next(each for each in links_in(message) if part in each)


def subscribed(client, url, **typed):
    """The path of the link that one is sent."""
    mail.outbox = []
    assert send(client, url, **typed).status_code == 302
    return link_to(mail.outbox[0], "/follow/confirm/")


# Subscribing


@pytest.mark.asvs("3.5.3")
@pytest.mark.every_database
@pytest.mark.parametrize("code", CODES)
def test_nothing_is_followed_before_the_button_behind_the_link_is_pressed(code, visitor, news):
    link = subscribed(visitor, path("follow_page", code, news.pk))
    assert link.startswith(f"/{code}/")
    assert not Subscription.objects.confirmed().exists()
    asked = visitor.get(link)
    assert asked.status_code == 200
    # Programs that look through mail open links.
    assert not Subscription.objects.confirmed().exists()
    assert soup(asked).select_one("main form[method=post] button")
    assert visitor.post(link).status_code == 200
    [made] = Subscription.objects.confirmed()
    assert (made.language, made.kind, made.page_id) == (code, Kind.LIST, news.pk)
    assert made.frequency == "weekly"
    assert made.subscriber.email == "reader@example.org"


@pytest.mark.asvs("9.2.1")
def test_a_link_expires_after_three_days(visitor, news, monkeypatch):
    link = subscribed(visitor, path("follow_page", "en", news.pk))
    real = time.time
    monkeypatch.setattr("django.core.signing.time.time", lambda: real() + 3 * 86_400 + 60)
    assert visitor.post(link).status_code == 410
    assert not Subscription.objects.confirmed().exists()


@pytest.mark.asvs("9.1.1", "9.2.2")
def test_what_the_site_has_not_signed_is_not_found(visitor, news):
    made = follow(page=news)
    for view, link in (
        ("follow_confirm", confirm_link(made, "daily")),
        ("follow_stop", stop_link(made)),
        ("follow_manage", manage_link(made.subscriber, "en")),
    ):
        assert visitor.post(f"{link.removeprefix(SITE)[:-2]}x/").status_code == 404
        assert visitor.post(path(view, "en", made.key.hex)).status_code == 404
    # A link for one purpose serves no other.
    token = stop_link(made).rstrip("/").rpartition("/")[2]
    assert visitor.get(path("follow_manage", "en", token)).status_code == 404


@pytest.mark.asvs("9.1.2", "9.1.3", "9.2.3")
@pytest.mark.parametrize(
    ("signer", "status"),
    [
        ({}, 200),
        ({"algorithm": "sha1"}, 404),
        ({"algorithm": "md5"}, 404),
        ({"key": "that of another site, long enough for a key"}, 404),
    ],
)
def test_only_the_key_and_the_algorithm_of_the_site_sign(signer, status, visitor, news):
    made = follow(page=news)
    token = Signer(salt=STOP.salt, **signer).sign(made.key.hex)
    assert visitor.get(path("follow_stop", "en", token)).status_code == status


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(visitor, news):
    follow("known@example.org", page=news)
    for url in (path("follow_page", "en", news.pk), path("follow_access")):
        answers = []
        for email in ("known@example.org", "unknown@example.org"):
            mail.outbox = []
            response = send(visitor, url, email=email)
            answers.append((response.status_code, response.headers["Location"]))
            assert [message.to for message in mail.outbox] == [[email]]
        assert answers[0] == answers[1]


def test_an_address_is_one_whatever_its_case(visitor, news):
    follow("Reader@Example.org", page=news)
    subscribed(visitor, path("follow_page", "en", news.pk), email="reader@example.org")
    assert Subscriber.objects.count() == 1
    assert Subscription.objects.count() == 1


def test_who_follows_already_changes_how_often_by_confirming_again(visitor, news):
    made = follow(page=news)
    link = subscribed(visitor, path("follow_page", "en", news.pk))
    made.refresh_from_db()
    assert made.frequency == "at_once"
    visitor.post(link)
    made.refresh_from_db()
    assert made.frequency == "weekly"


def test_a_topic_and_a_filtered_list_are_followed(visitor, news):
    visitor.post(subscribed(visitor, path("follow_topic", "en", "water")))
    visitor.post(subscribed(visitor, path("follow_page", "en", news.pk) + "?topic=air&utm=1"))
    topic, filtered = Subscription.objects.confirmed().order_by("pk")
    assert topic.topic == Topic.objects.get(slug="water")
    assert filtered.filters == "topic=air"


def test_of_a_translation_that_is_behind_one_chooses_what_to_be_told(visitor, db):
    page = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    url = path("follow_page", "en", page.pk)
    html = soup(visitor.get(f"{url}?for=translation"))
    assert html.select_one('[name=kind][value="translation"]').has_attr("checked")
    assert "Choose what" in soup(send(visitor, url)).select_one(".error-summary").get_text()
    visitor.post(subscribed(visitor, url, kind="translation"))
    assert Subscription.objects.confirmed().get().kind == Kind.TRANSLATION


def test_an_absent_translation_can_be_waited_for(visitor, db):
    page = NewsArticle.objects.get(slug="birds-and-wind-turbines")
    code = next(each.language for each in page.editions.all() if not each.is_live)
    url = path("follow_page", code, page.pk)
    shown = soup(visitor.get(address(page, code)))
    assert shown.select_one(f'.page-end a[href="{url}?for=translation"]')
    assert not soup(visitor.get(url)).select("[type=radio]")
    visitor.post(subscribed(visitor, url))
    assert Subscription.objects.confirmed().get().kind == Kind.TRANSLATION


def test_what_is_not_public_cannot_be_followed(visitor, news):
    page = NewsArticle(title_zh_hans="稿", slug="draft", live=False)
    news.add_child(instance=page)
    assert visitor.get(path("follow_page", "zh-hans", page.pk)).status_code == 404
    assert visitor.get(path("follow_page", "en", 999_999)).status_code == 404
    assert visitor.get(path("follow_topic", "en", "no-such-topic")).status_code == 404
    filtered = path("follow_page", "en", news.pk)
    for value in ("no-such-topic", "水" * 100):
        assert visitor.get(f"{filtered}?topic={value}").status_code == 404


# Limits


@pytest.mark.asvs("2.3.2")
@pytest.mark.every_database
def test_one_address_gets_only_so_many_mails_a_day_and_nobody_is_told(visitor, news):
    url = path("follow_page", "en", news.pk)
    mail.outbox = []
    answers = [send(visitor, url).status_code for _ in range(MAILS_PER_ADDRESS + 2)]
    assert answers == [302] * len(answers)
    assert len(mail.outbox) == MAILS_PER_ADDRESS
    AskingTrace.objects.update(at=timezone.now() - timedelta(days=1))
    send(visitor, url)
    assert len(mail.outbox) == MAILS_PER_ADDRESS + 1


@pytest.mark.asvs("2.3.2")
def test_one_network_has_only_so_many_mails_sent_a_day(visitor, news):
    url = path("follow_page", "en", news.pk)
    for number in range(MAILS_PER_NETWORK):
        send(visitor, url, email=f"reader-{number}@example.org")
    mail.outbox = []
    refused = send(visitor, url, email="one-more@example.org")
    assert refused.status_code == 429
    assert soup(refused).select_one("[type=email]")["value"] == "one-more@example.org"
    assert mail.outbox == []


@pytest.mark.asvs("1.3.11")
@pytest.mark.parametrize(
    "typed",
    [
        {"subject": "Buy"},
        {"opened": ""},
        {"email": "nobody"},
        {"email": "a@example.org\nBcc: b@example.org"},
        {"email": "\0@example.org"},
        {"frequency": "hourly"},
    ],
)
def test_a_program_or_a_mistake_has_nothing_sent(typed, visitor, news):
    mail.outbox = []
    response = send(visitor, path("follow_page", "en", news.pk), **typed)
    assert response.status_code == 200
    assert soup(response).select_one(".error-summary li")
    assert mail.outbox == []
    assert not Subscriber.objects.exists()


def test_a_mail_server_that_fails_is_no_error_of_the_site(visitor, news, monkeypatch):
    def fail(*args):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    response = send(visitor, path("follow_page", "en", news.pk))
    assert response.status_code == 503
    assert "try again" in soup(response).select_one(".error-summary").get_text()


def test_these_pages_set_no_cookie_and_no_cache_keeps_them(visitor, news):
    made = follow(page=news)
    paths = [
        path("follow_page", "en", news.pk),
        path("follow_access"),
        path("follow_sent"),
        *(
            each.removeprefix(SITE)
            for each in (
                confirm_link(made, "daily"),
                stop_link(made),
                manage_link(made.subscriber, "en"),
            )
        ),
    ]
    for each in paths:
        response = visitor.get(each)
        assert response.status_code == 200
        assert not response.cookies
        assert "no-store" in response.headers["Cache-Control"]
        assert soup(response).select_one('meta[name="robots"]')["content"] == "noindex"


# Stopping


@pytest.mark.asvs("3.5.3")
def test_opening_the_link_ends_nothing_and_the_button_does(visitor, news):
    made = follow(page=news)
    link = stop_link(made).removeprefix(SITE)
    assert soup(visitor.get(link)).select_one("main form button")
    assert Subscription.objects.exists()
    assert visitor.post(link).status_code == 200
    assert not Subscriber.objects.exists()
    assert visitor.post(link).status_code == 200
    assert visitor.get(link).status_code == 200


def test_ending_one_keeps_the_others_and_ending_the_last_takes_the_address(visitor, news, article):
    first, second = follow(page=news), follow(page=article)
    visitor.post(stop_link(first).removeprefix(SITE))
    assert list(Subscription.objects.all()) == [second]
    visitor.post(stop_link(second).removeprefix(SITE))
    assert not Subscriber.objects.exists()


def test_on_one_page_all_subscriptions_are_seen_changed_and_ended(visitor, news, article):
    first, second = follow(page=news), follow(code="ru", page=article)
    link = manage_link(first.subscriber, "en").removeprefix(SITE)
    html = soup(visitor.get(link))
    assert [h2.get_text(strip=True) for h2 in html.select("main h2")][:2] == ["News", "Заголовок"]
    assert "r…@example.org" in html.get_text()
    assert "reader@example.org" not in html.get_text()
    changed = {"subscription": first.key.hex, "frequency": "weekly"}
    assert visitor.post(link, changed).status_code == 302
    first.refresh_from_db()
    assert first.frequency == "weekly"
    visitor.post(link, {"subscription": second.key.hex, "stop": ""})
    assert list(Subscription.objects.all()) == [first]
    visitor.post(link, {"stop_all": ""})
    assert not Subscriber.objects.exists()
    assert visitor.get(link).status_code == 200


def test_nobody_ends_what_another_follows(visitor, news):
    mine, other = follow(page=news), follow("other@example.org", page=news)
    link = manage_link(mine.subscriber, "en").removeprefix(SITE)
    visitor.post(link, {"subscription": other.key.hex, "stop": ""})
    visitor.post(link, {"subscription": "nonsense", "stop": ""})
    assert Subscription.objects.count() == 2


def test_the_link_to_ones_subscriptions_comes_by_mail_only(visitor, news):
    made = follow(page=news)
    mail.outbox = []
    send(visitor, path("follow_access"))
    link = link_to(mail.outbox[0], "/follow/yours/")
    assert manage_link(made.subscriber, "en").endswith(link)


def test_an_address_is_deleted_on_request(news):
    follow("Reader@example.org", page=news)
    call_command("forget_subscriber", "reader@example.org", verbosity=0)
    assert not Subscriber.objects.exists()
    with pytest.raises(CommandError):
        call_command("forget_subscriber", "reader@example.org")


# The way there


@pytest.mark.parametrize("code", CODES)
def test_the_overview_leads_to_every_way_and_is_public(code, visitor, home):
    response = visitor.get(path("follow", code))
    html = soup(response)
    assert "public" in response.headers["Cache-Control"]
    assert not response.cookies
    hrefs = [a["href"] for a in html.select("main a")]
    assert path("follow_page", code, home.pk) in hrefs
    assert path("follow_topic", code, "water") in hrefs
    assert f"/{code}/feed/" in hrefs
    assert f"/{code}/feed/news/" in hrefs
    assert f"/{code}/calendar.ics" in hrefs
    for href in hrefs:
        assert visitor.get(href).status_code == 200, href


def test_the_footer_of_every_page_leads_to_the_overview(visitor, article):
    html = soup(visitor.get(address(article, "ru")))
    assert html.select_one(f'footer a[href="{path("follow", "ru")}"]')


def test_lists_and_pages_lead_to_the_form_with_what_is_followed(visitor, news, article):
    listed = soup(visitor.get(f"{address(news, 'en')}?topic=water"))
    form = path("follow_page", "en", news.pk)
    assert listed.select_one(f'.subscribe a[href="{form}?topic=water"]')
    filed = soup(visitor.get(path("topic", "en", "water")))
    assert filed.select_one(f'.subscribe a[href="{path("follow_topic", "en", "water")}"]')
    shown = soup(visitor.get(address(article, "en")))
    assert shown.select_one(f'.page-end a[href="{path("follow_page", "en", article.pk)}"]')
    assert not shown.select('.page-end a[href*="for=translation"]')
    behind = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    shown = soup(visitor.get(address(behind, "en")))
    link = f"{path('follow_page', 'en', behind.pk)}?for=translation"
    assert shown.select_one(f'.page-end a[href="{link}"]')


def test_without_a_mail_server_nobody_is_asked_for_an_address(visitor, news, article):
    with override_settings(EMAIL_BACKEND=NO_MAIL):
        assert visitor.get(path("follow_page", "en", news.pk)).status_code == 404
        assert visitor.get(path("follow_topic", "en", "water")).status_code == 404
        assert visitor.get(path("follow_access")).status_code == 404
        for shown in (address(news, "en"), address(article, "en"), path("follow")):
            html = soup(visitor.get(shown))
            assert not html.select('a[href*="/follow/email/"], a[href*="/follow/topic/"]')
        with pytest.raises(CommandError, match="EMAIL_HOST"):
            call_command("send_subscriptions")


# What the admin shows


@pytest.mark.asvs("15.3.1")
def test_the_report_has_numbers_and_no_addresses(editor, english_translator, news, article):
    for number, code in enumerate(CODES):
        follow(f"reader-{number}@example.org", code, page=news)
    follow("more@example.org", "en", page=news)
    follow("more@example.org", "en", frequency="daily", topic=Topic.objects.get(slug="water"))
    response = editor.get("/admin/reports/subscriptions/")
    html = soup(response)
    rows = [row.get_text(" ", strip=True) for row in html.select("table tbody tr")]
    assert len(rows) == 4
    assert rows[0].startswith("News")
    assert rows[0].endswith("2")
    assert "@example.org" not in response.content.decode()
    exported = editor.get("/admin/reports/subscriptions/?export=csv")
    lines = b"".join(exported.streaming_content).decode().splitlines()
    assert len(lines) == 5
    assert lines[1].startswith("News,")
    assert english_translator.get("/admin/reports/subscriptions/").status_code == 302


def test_the_admin_has_no_view_of_addresses(admin, news):
    follow("reader@example.org", page=HomePage.objects.get())
    menu = admin.get("/admin/").content.decode()
    assert "/admin/reports/subscriptions/" in menu
    assert "reader@example.org" not in menu
