"""Marks every text that went through gettext, so that a page shows which of its words did not.

While ``marked`` runs, gettext gives the English message with its words between two characters that
no text uses. Whatever a page says outside of them is content, or was never meant for a translator.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from django.utils import translation

OPEN, CLOSE = "\ue000", "\ue001"
# Code, what is filled in, tags, and entities are no words of a message.
NO_WORDS = re.compile(
    r"(<code>\w*</code>|%\(\w+\)-?\.?\d*[a-z]|%-?\.?\d*[srd%]|\{[^{}]*\}|<[^>]*>|&#?\w+;)"
)


@dataclass(frozen=True)
class Message:
    """What gettext was asked for."""

    context: str | None
    one: str
    many: str = ""

    def said_in(self, code: str) -> list[str]:
        """What it says in a language, in all its plural forms."""
        with translation.override(code):
            return list(dict.fromkeys(self._said(number) for number in (1, 2, 5)))

    def _said(self, number: int) -> str:
        if self.many and self.context:
            return translation.npgettext(self.context, self.one, self.many, number)
        if self.many:
            return translation.ngettext(self.one, self.many, number)
        if self.context:
            return translation.pgettext(self.context, self.one)
        return translation.gettext(self.one)


def mark(message: str) -> str:
    """The message with marks around its words."""
    parts = NO_WORDS.split(message)
    return "".join(
        f"{OPEN}{part}{CLOSE}" if at % 2 == 0 and part.strip() else part
        for at, part in enumerate(parts)
    )


def unmarked(text: str) -> list[str]:
    """The pieces of a text outside of marks; a mark that was cut off reaches to the end."""
    pieces = re.split(f"{OPEN}[^{CLOSE}]*(?:{CLOSE}|$)", text)
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


@contextmanager
def marked() -> Iterator[set[Message]]:
    """Mark all messages; the set holds those that were asked for."""
    asked: set[Message] = set()

    def say(context: str | None, message: str) -> str:
        asked.add(Message(context, str(message)))
        return mark(str(message))

    def count(context: str | None, one: str, many: str, number: int) -> str:
        asked.add(Message(context, str(one), str(many)))
        return mark(str(one if number == 1 else many))

    answers = {
        "gettext": lambda message: say(None, message),
        "pgettext": say,
        "ngettext": lambda one, many, number: count(None, one, many, number),
        "npgettext": count,
    }
    with patch.multiple(translation._trans, **answers):
        yield asked
