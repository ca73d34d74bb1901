"""What lines of the log must not hold is taken out of them, and what they are for stays."""

import json
import logging
import smtplib
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, OperationalError

from mep_site.observability.logs.errors import message_of, name_of_error, trace_of
from mep_site.observability.logs.lines import JsonLines, PlainLines
from mep_site.observability.logs.redaction import redacted


@pytest.mark.asvs("16.2.5", "16.4.1")
@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Mail to ann.smith+x@mail.example.org failed", "Mail to [e-mail] failed"),
        ("писали на почта@пример.рф.", "писали на [e-mail]."),
        ("GET /en/search/?q=%E5%BC%A0 failed", "GET /en/search/?… failed"),
        ("from 203.0.113.77, port 80", "from [address], port 80"),
        ("from 2001:db8::8a2e:370:7334 today", "from [address] today"),
        ("from ::ffff:203.0.113.77", "from [address]"),
        ("at http://127.0.0.1:8000 and ::1", "at http://127.0.0.1:8000 and ::1"),
        ("/en/follow/confirm/MTIz:1tXyZ9:a8sdf7-asdfASDF98as7df/", "/en/follow/confirm/[token]/"),
        ("session q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6", "session [token]"),
        ("call +7 (495) 123-45-67 or 13800138000", "call [number] or [number]"),
        ("card 110105194912310025", "card [number]"),
        ("two\nlines\r\x1b[31m", "two\\x0alines\\x0d\\x1b[31m"),
    ],
)
def test_what_may_tell_of_a_person_is_taken_out(said, left):
    assert redacted(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "Internal Server Error: /zh-hans/news/2026/11/wetlands/",
        "A statement took 612 ms: SELECT core_basepage.id FROM core_basepage WHERE id = %s",
        "mep_site.core.middleware.RememberingRedirectMiddleware at 2026-11-29T10:05:27+00:00",
        "The mail 0f8fad5b-d9cb-469f-a165-70867728950e was refused: 550",
        "<0f8fad5b-d9cb-469f-a165-70867728950e@www.example.org>",
        "Head of the audit log: 223:e8a270d606d5d4e4.e47bbc46c913725.954b114af2f6e787",
        "10:05:27 gunicorn 27.0.1, Python 3.11.7",
    ],
)
def test_what_operators_need_stays(said):
    assert redacted(said) == said


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    "error",
    [
        IntegrityError("Key (email)=(canary@example.org) already exists."),
        KeyError("Canary"),
        ValueError("Canary is no number"),
        FileNotFoundError(2, "No such file or directory", "/media/Canary.jpg"),
        smtplib.SMTPRecipientsRefused({"canary@example.org": (550, b"Canary")}),
    ],
)
def test_messages_that_quote_data_are_not_told(error):
    found = trace_of(raised(error))
    assert "anary" not in found
    assert type(error).__name__ in found
    assert f'File "{__file__}"' in found


def test_messages_about_machines_are():
    assert message_of(OperationalError("connection to 203.0.113.7 refused")) == (
        "connection to [address] refused"
    )
    assert name_of_error(ConnectionRefusedError(111, "Connection refused")) == (
        "ConnectionRefusedError: Connection refused"
    )


def test_causes_are_told_first_and_by_the_same_rule():
    def fails():
        try:
            raise KeyError("Canary")
        except KeyError as error:
            raise ValueError("Canary") from error

    try:
        fails()
    except ValueError as error:
        lines = trace_of(error).splitlines()
    assert lines.index("KeyError") < lines.index("From which followed:") < lines.index("ValueError")


def record(message, **extra):
    made = logging.LogRecord("mep_site.x", logging.ERROR, __file__, 1, message, (), None)
    vars(made).update(extra)
    return made


@pytest.mark.asvs("16.2.2", "16.2.4")
def test_a_line_of_json_has_its_fields_and_nothing_that_a_library_added():
    made = record("二 failed", request="<WSGIRequest: GET '/?q=Canary'>", status_code=500)
    said = json.loads(JsonLines().format(made))
    assert said.keys() == {"time", "level", "logger", "message"}
    assert said["message"] == "二 failed"
    assert datetime.fromisoformat(said["time"]).utcoffset() == timedelta()


def test_an_error_of_a_plain_line_follows_it_and_is_one_field_of_json():
    error = raised(KeyError("Canary"))
    made = record("failed", exc_info=(type(error), error, error.__traceback__))
    plain, as_json = PlainLines().format(made), JsonLines().format(made)
    assert plain.splitlines()[0].endswith("ERROR mep_site.x: failed")
    assert plain.splitlines()[-1] == "KeyError"
    assert json.loads(as_json)["error"].endswith("KeyError")
    assert "\n" not in as_json
    assert "Canary" not in plain + as_json


def test_the_address_of_a_guess_at_passwords_is_told_as_fail2ban_needs_it():
    made = record("Failed sign-in from 203.0.113.77 (password)")
    made.name = "mep_site.accounts.throttling"
    assert "Failed sign-in from 203.0.113.77 (password)" in PlainLines().format(made)
