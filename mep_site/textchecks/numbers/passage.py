"""A text without its markup, of which each character knows where it comes from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Self

# Stands for what has been read already, or is not to be read.
FILLER = "\ufffc"
TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)\b[^<>]*>|<!--.*?-->", re.DOTALL)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "ins",
        "del",
    ]
)
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);")
# 10³ is not 103, and a reference to a note is no number of the text.
SCRIPTS = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
# Full-width digits and signs, as they stand between Chinese characters.
FULL_WIDTH = {ord("０") + n: ord("0") + n for n in range(10)} | str.maketrans(
    "％．～－／：（）〔〕［］", "%.~-/:()[][]"
)
PRIVATE_PLANES = 0xF0000


@dataclass(frozen=True)
class Passage:
    """A text, and for each of its characters the place in the text that was given."""

    text: str
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, given: str) -> Self:
        """The passage of a plain or a rich text."""
        text, places = [], []
        for start, end, seen in _pieces(given):
            # Characters that our own marks for numerals could be mistaken for.
            text.append(seen if ord(seen) < PRIVATE_PLANES else FILLER)
            places.append((start, end))
        return cls("".join(text).translate(FULL_WIDTH), tuple(places))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where that part of the passage stands in the text that was given."""
        if start >= end:
            return (0, 0)
        return self.places[start][0], self.places[end - 1][1]

    def replaced(self, parts: Iterable[tuple[int, int, str]]) -> Self:
        """The passage with one character in place of each part; parts must not overlap."""
        text, places, done = [], [], 0
        for start, end, sign in sorted(parts):
            text.append(self.text[done:start] + sign)
            places.extend([*self.places[done:start], self.span(start, end)])
            done = end
        text.append(self.text[done:])
        places.extend(self.places[done:])
        return type(self)("".join(text), tuple(places))

    def without(self, pattern: re.Pattern[str]) -> Self:
        """The passage in which nothing that the pattern matches is read any more."""
        return type(self)(pattern.sub(lambda match: FILLER * len(match[0]), self.text), self.places)


def _pieces(given: str) -> Iterator[tuple[int, int, str]]:
    """The characters that a reader sees, each with its place."""
    done, script = 0, {}
    for tag in TAG.finditer(given):
        yield from _characters(given, done, tag.start(), script)
        name = (tag["name"] or "").lower()
        if name not in INLINE:
            yield tag.start(), tag.end(), "\n"
        if name in SCRIPTS:
            script = {} if tag["closing"] else SCRIPTS[name]
        done = tag.end()
    yield from _characters(given, done, len(given), script)


def _characters(
    given: str, start: int, end: int, script: dict[int, int]
) -> Iterator[tuple[int, int, str]]:
    done = start
    for entity in ENTITY.finditer(given, start, end):
        yield from ((at, at + 1, given[at].translate(script)) for at in range(done, entity.start()))
        yield entity.start(), entity.end(), unescape(entity[0])[:1] or " "
        done = entity.end()
    yield from ((at, at + 1, given[at].translate(script)) for at in range(done, end))
