"""Check pairs of texts from standard input, without a database."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from mep_site.settings.languages import LANGUAGE_OF_MESSAGES
from mep_site.terms.standard import standard_index
from mep_site.textchecks.asking import check_pair
from mep_site.textchecks.findings import TextPair
from mep_site.translations.languages import Language, get_language, languages


class UnreadableLineError(ValueError):
    """A line that asks nothing that can be answered; the message says why."""


class Command(BaseCommand):
    """Reads JSON lines and answers each with a line, as soon as it is read."""

    help = (
        'Reads JSON lines {"id", "source", "target", "language"} from standard input (source is '
        'Chinese) and prints JSON lines {"id", "findings": [{"check", "severity", "message", '
        '"source_text", "target_text"}]}. A line that can’t be read is answered with {"id", '
        '"error"}; the command goes on and ends with 1.'
    )
    # No database is asked, so nothing may be checked that needs one.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--messages",
            choices=[language.code for language in languages()],
            default=LANGUAGE_OF_MESSAGES,
            help="the language of the messages (%(default)s)",
        )

    def handle(self, *args: Any, messages: str, **options: Any) -> None:
        """Answer every line; an error at the end if one could not be read."""
        unread = 0
        with translation.override(messages):
            for answer in answers_to(getattr(sys.stdin, "buffer", sys.stdin)):
                unread += "error" in answer
                self.stdout.write(json.dumps(answer, ensure_ascii=False))
                self.stdout.flush()
        if unread:
            raise CommandError(f"{unread} lines could not be read.", returncode=1)


def answers_to(lines: Iterable[bytes | str]) -> Iterator[dict[str, Any]]:
    """An answer to each line that is not empty."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(line, number)


def _answer(line: bytes | str, number: int) -> dict[str, Any]:
    asked: Any = {}
    try:
        asked = _read_line(line)
        pair = _pair(asked)
    except UnreadableLineError as reason:
        name = asked.get("id") if isinstance(asked, dict) else None
        return {"id": name, "error": f"Line {number}: {reason}"}
    findings = [
        {
            "check": found.check,
            "severity": str(found.severity),
            "message": str(found.message),
            "source_text": found.source_text,
            "target_text": found.target_text,
        }
        for found in check_pair(pair)
    ]
    return {"id": asked["id"], "findings": findings}


def _read_line(line: bytes | str) -> Any:
    try:
        text = line.decode("utf-8-sig") if isinstance(line, bytes) else line
        return json.loads(text)
    except (ValueError, RecursionError) as reason:
        raise UnreadableLineError(f"This is no JSON in UTF-8: {reason}.") from reason


def _pair(asked: Any) -> TextPair:
    if not isinstance(asked, dict):
        raise UnreadableLineError("This is no JSON object.")
    absent = [name for name in ("id", "source", "target", "language") if name not in asked]
    if absent:
        raise UnreadableLineError(f"Missing: {', '.join(absent)}.")
    language = _language(asked["language"])
    return TextPair(
        _text(asked, "source"), _text(asked, "target"), language, standard_index(language)
    )


def _text(asked: dict[str, Any], name: str) -> str:
    """A text; half of a character beyond the first plane, which JSON lets pass, becomes a sign."""
    if not isinstance(asked[name], str):
        raise UnreadableLineError(f"“{name}” is no text.")
    return asked[name].encode("utf-8", "replace").decode("utf-8")


def _language(code: Any) -> Language:
    translated = [language for language in languages() if not language.is_authoritative]
    if code not in [language.code for language in translated]:
        offered = ", ".join(language.code for language in translated)
        raise UnreadableLineError(f"“language” is none of: {offered}.")
    return get_language(code)
