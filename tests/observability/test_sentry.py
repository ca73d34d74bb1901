"""Sentry is told of errors what the log tells, and is not even loaded where it is not set up."""

import json
import logging
import subprocess
import sys

import pytest
import sentry_sdk
from sentry_sdk.transport import Transport

from mep_site.observability.sentry import start_sentry
from mep_site.settings.release import commit_of

from ..test_architecture import ROOT

CANARY, ADDRESS = "canaryword", "198.51.100.23"


class Kept(Transport):
    """Keeps what would be sent."""

    def __init__(self, options=None):
        super().__init__(options)
        self.sent = []

    def capture_envelope(self, envelope):
        self.sent.append(b"".join(item.get_bytes() for item in envelope.items).decode())


@pytest.fixture
def told():
    """What Sentry is told while a test runs."""
    transport = Kept()
    start_sentry("http://public@127.0.0.1:9/1", "abc", transport=transport)
    yield transport.sent
    sentry_sdk.get_client().close()
    sentry_sdk.init()


@pytest.mark.asvs("14.2.3")
@pytest.mark.django_db
def test_an_error_is_told_without_anything_of_the_request(told, visitor, monkeypatch, home):
    def fail(page, request, *args, **kwargs):
        message = f"{CANARY} of {request.GET['name']}"
        raise ValueError(message)

    monkeypatch.setattr(type(home), "serve", fail)
    visitor.raise_request_exception = False
    visitor.cookies["display"] = CANARY
    visitor.get(f"/en/?name={CANARY}", REMOTE_ADDR=ADDRESS, HTTP_REFERER=f"http://{CANARY}")
    [event] = told
    said = json.loads(event)
    [error] = said["exception"]["values"]
    assert (error["type"], error["value"]) == ("ValueError", "")
    assert error["stacktrace"]["frames"][-1]["function"] == "fail"
    assert said["release"] == "abc"
    assert len(said["tags"]["request"]) == 32
    assert CANARY not in event
    assert ADDRESS not in event


def test_what_is_logged_as_an_error_is_told_by_the_rules_of_the_log(told):
    logging.getLogger("mep_site.x").error("Mail to %s@example.org failed", CANARY)
    [event] = told
    assert json.loads(event)["logentry"] == {"message": "Mail to [e-mail] failed"}
    assert CANARY not in event


def test_neither_sentry_nor_metrics_are_loaded_where_nobody_asks_for_them():
    code = (
        "import django, sys; django.setup(); import mep_site.wsgi;"
        "print([name for name in ('sentry_sdk', 'prometheus_client') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().endswith("[]")


def test_the_release_is_the_commit_that_is_checked_out():
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert commit_of(ROOT) == head.stdout.strip()
