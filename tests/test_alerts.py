"""Those in ADMINS are told of failures by mail, of each kind once an hour."""

import logging
import threading
from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.cache import caches

from mep_site import alerts


@pytest.fixture
def log(settings, tmp_path) -> Iterator[logging.Logger]:
    """A log whose failures are mailed."""
    settings.ADMINS = [("", "it@example.org")]
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    settings.CACHES = settings.CACHES | {
        "alerts": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": tmp_path,
        }
    }
    logger, handler = logging.getLogger("alerts.of.tests"), alerts.AlertHandler(logging.ERROR)
    handler.setFormatter(logging.Formatter("{levelname} {name}: {message}", style="{"))
    logger.addHandler(handler)
    yield logger
    logger.removeHandler(handler)


def sent() -> list[str]:
    """The subjects of all mails, once those on their way have arrived."""
    for thread in threading.enumerate():
        if thread.name == alerts.MAILING:
            thread.join(5)
    return [message.subject for message in mail.outbox]


def fail(log: logging.Logger) -> None:
    try:
        raise ValueError("a place")
    except ValueError:
        log.exception("It has failed.")


def test_a_failure_is_mailed_with_its_place_and_once(log):
    for _ in range(3):
        fail(log)
    assert sent() == ["[Django] www.example.org: ERROR in alerts.of.tests"]
    (message,) = mail.outbox
    assert message.to == ["it@example.org"]
    assert "raise ValueError" in message.body


def test_the_same_of_other_values_is_the_same(log):
    for number in range(3):
        log.error("Job %s has failed.", number)
    assert len(sent()) == 1


def test_another_failure_is_another_mail(log):
    log.error("One thing has failed.")
    log.error("Another thing has failed.")
    fail(log)
    log.warning("This is none.")
    assert len(sent()) == 3


def test_after_an_hour_it_is_mailed_again(log):
    fail(log)
    caches["alerts"].clear()
    fail(log)
    assert len(sent()) == 2


def test_a_mail_server_that_is_away_stops_nothing(log, monkeypatch, capsys):
    def fail(*arguments: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(alerts, "mail_admins", fail)
    log.error("It has failed.")
    assert sent() == []
    assert "No mail to ADMINS about www.example.org: ERROR" in capsys.readouterr().err
