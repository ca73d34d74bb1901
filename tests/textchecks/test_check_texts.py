"""The command that checks pairs from standard input, as another program runs it."""

import json
import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

PAIR = {"id": 7, "source": "大气环境司", "target": "大气环境司", "language": "en"}


def ask(monkeypatch, *lines: bytes, **options: str) -> list[dict]:
    """What the command prints for these lines."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\n".join(lines))))
    answers = StringIO()
    try:
        call_command("check_texts", stdout=answers, **options)
    except CommandError as error:
        answers.write(json.dumps({"ended": str(error), "code": error.returncode}))
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def line(**changes: object) -> bytes:
    """A line that asks about a pair."""
    return json.dumps(PAIR | changes, ensure_ascii=False).encode()


def test_each_line_is_answered_with_its_findings(monkeypatch):
    right = line(id="b", target="Department of Atmospheric Environment")
    first, second = ask(monkeypatch, line(), b"", right)
    assert first["id"] == 7
    assert first["findings"][0] == {
        "check": "untranslated",
        "severity": "blocking",
        "message": "The translation is the same as the Chinese.",
        "source_text": "大气环境司",
        "target_text": "大气环境司",
    }
    assert second == {"id": "b", "findings": []}


def test_messages_are_in_the_language_that_is_asked_for(monkeypatch):
    (answer,) = ask(monkeypatch, line(), messages="ru")
    assert answer["findings"][0]["message"] == "Перевод совпадает с китайским текстом."


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{", "JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"[" * 100_000, "JSON"),
        (b"[]", "object"),
        (b'{"id": 1}', "source, target, language"),
        (line(language="zh-hans"), "en, ru"),
        (line(language=["en"]), "en, ru"),
        (line(source=None), "source"),
    ],
)
def test_a_bad_line_is_answered_and_the_next_one_is_read(monkeypatch, bad, reason):
    refused, answered, end = ask(monkeypatch, bad, line())
    assert reason in refused["error"]
    assert "Line 1" in refused["error"]
    assert answered["findings"]
    assert end == {"ended": "1 lines could not be read.", "code": 1}


def test_half_a_character_is_no_reason_to_break_off(monkeypatch):
    (answer,) = ask(monkeypatch, b'{"id":"\\ud83d","source":"\\ud83d","target":"","language":"en"}')
    assert answer["findings"] == []


@pytest.mark.slow
def test_no_database_is_asked():
    run = subprocess.run(
        [sys.executable, "manage.py", "check_texts"],
        input=line(),
        capture_output=True,
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"},
        check=True,
    )
    assert json.loads(run.stdout)["findings"]
    assert run.stderr == b""
