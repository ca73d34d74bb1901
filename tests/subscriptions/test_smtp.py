"""What a real mail server gets, and what becomes of a mail that it does not take."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, get_connection
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from mep_site.mailing.delivering import GIVE_UP_AFTER
from mep_site.mailing.handing_over import TakenElsewhereError, hand_over
from mep_site.subscriptions.models import OutgoingMail, Subscriber
from mep_site.subscriptions.sending.run import send_subscriptions

from .followers import follow
from .mail_server import mail_server, smtp_settings
from .test_news import publish_new

pytestmark = [pytest.mark.every_database, pytest.mark.slow]


@pytest.fixture
def postbox():
    with mail_server() as postbox:
        yield postbox


@pytest.fixture
def waiting(news):
    """A mail in Russian that has to be sent."""
    made = follow(code="ru", page=news)
    publish_new(news, title_ru="Свежая новость", summary_ru=".точка в начале\n.и ещё одна")
    return made


def test_a_mail_is_plain_text_and_html_in_one_language(waiting, postbox):
    send_subscriptions()
    [message] = postbox.taken
    assert message.get_content_type() == "multipart/alternative"
    assert message["Subject"] == "Свежая новость"
    assert message["To"] == "reader@example.org"
    assert message["From"].endswith("<webmaster@localhost>")
    assert message["Content-Language"] == "ru"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"]
    text = message.get_body("plain").get_content()
    html = message.get_body("html").get_content()
    assert '<html lang="ru"' in html
    for body in (text, html):
        assert "/ru/news/fresh/" in body
        assert "/ru/follow/stop/" in body
        assert "/ru/follow/yours/" in body
    assert "<img" not in html


def test_a_mail_is_ended_at_one_click(waiting, postbox, client):
    send_subscriptions()
    [message] = postbox.taken
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = message["List-Unsubscribe"].strip().strip("<>")
    client.handler.enforce_csrf_checks = True
    response = client.post(
        address.removeprefix("http://127.0.0.1:8000"), {"List-Unsubscribe": "One-Click"}
    )
    assert response.status_code == 200
    assert not Subscriber.objects.exists()


@pytest.mark.asvs("1.3.11")
def test_dots_at_the_beginning_of_lines_arrive(waiting, postbox):
    send_subscriptions()
    [message] = postbox.taken
    text = message.get_body("plain").get_content()
    assert ".точка в начале\n.и ещё одна" in text.replace("\r\n", "\n")


def test_the_number_of_a_mail_is_decided_before_it_is_sent(waiting, postbox):
    postbox.replies["DATA"] = "451 Not now"
    send_subscriptions()
    name = OutgoingMail.objects.get().name
    del postbox.replies["DATA"]
    send_subscriptions()
    assert [message["Message-ID"] for message in postbox.taken] == [f"<{name}@127.0.0.1>"]


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_what_is_refused_waits_for_the_next_run(step, waiting, postbox):
    postbox.replies[step] = "451 Not now"
    sent = send_subscriptions()
    assert (sent.taken, sent.refused) == (0, 1)
    postbox.replies.clear()
    assert send_subscriptions().taken == 1
    assert send_subscriptions().taken == 0
    assert len(postbox.taken) == 1


def test_what_is_refused_for_days_is_given_up(waiting, postbox):
    postbox.replies["RCPT"] = "550 No such user"
    send_subscriptions()
    OutgoingMail.objects.update(promised_at=timezone.now() - GIVE_UP_AFTER - timedelta(hours=1))
    assert send_subscriptions().given_up == 1
    postbox.replies.clear()
    assert send_subscriptions().taken == 0


def test_one_refused_address_keeps_no_other_from_its_mail(waiting, postbox, news):
    follow("other@example.org", "ru", page=news)
    publish_new(news, "Second", title_ru="Вторая")
    replies = iter(["550 No such user", "250 OK"])
    postbox.at_step = lambda step: postbox.replies.update(RCPT=next(replies, "250 OK"))
    sent = send_subscriptions()
    assert sent.taken + sent.refused == 2


def test_without_an_answer_nothing_is_lost_and_the_command_says_so(waiting):
    with (
        override_settings(**smtp_settings(port=9)),
        pytest.raises(CommandError, match="next run goes on"),
    ):
        call_command("send_subscriptions")
    with mail_server() as postbox:
        call_command("send_subscriptions")
    assert postbox.recipients() == ["reader@example.org"]


def test_a_mail_of_unknown_fate_is_named_and_not_repeated(waiting, postbox, caplog):
    def go_away(step):
        if step == "DATA":
            raise ConnectionResetError

    postbox.at_step = go_away
    send_subscriptions()
    name = OutgoingMail.objects.unanswered().get().name
    postbox.at_step = lambda step: None
    OutgoingMail.objects.update(handed_over_at=timezone.now() - timedelta(hours=1))
    sent = send_subscriptions()
    assert (sent.taken, sent.unknown) == (0, 1)
    said = " ".join(each.getMessage() for each in caplog.records if "mep_site" in each.name)
    assert str(name) in said
    assert "reader@example.org" not in said


def test_what_another_run_has_taken_is_not_sent(waiting, postbox):
    backend = get_connection()
    backend.open()
    message = EmailMessage("Subject", "Body", to=["reader@example.org"])
    with pytest.raises(TakenElsewhereError):
        hand_over(backend, message, lambda: False)
    assert postbox.taken == []
