"""Divides a folded text by script, whatever language it claims to be in.

Text is mixed: "PM2.5监测" has a Latin word, two numbers and a Chinese word. Each run of one script
is a segment. Punctuation and symbols are no part of any.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Script(StrEnum):
    """What a segment is written in, as far as its treatment differs."""

    HAN = "han"
    CYRILLIC = "cyrillic"
    LATIN = "latin"
    NUMBER = "number"
    OTHER = "other"


HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SEGMENT = re.compile(
    rf"(?P<han>[{HAN}]+)"
    r"|(?P<cyrillic>[\u0400-\u052f]+)"
    r"|(?P<latin>[a-z\u00df-\u024f]+(?:'[a-z]+)?)"
    r"|(?P<number>\d+)"
    rf"|(?P<other>(?:(?![{HAN}\u0400-\u052fa-z\u00df-\u024f'\d_])\w)+)"
)


@dataclass(frozen=True)
class ScriptRun:
    """A run of one script in a folded text, from ``start`` to before ``end``."""

    script: Script
    text: str
    start: int
    end: int


def segments(folded: str) -> Iterator[ScriptRun]:
    """The segments of a folded text, in their order."""
    for match in SEGMENT.finditer(folded):
        yield ScriptRun(Script(match.lastgroup), match.group(), match.start(), match.end())
