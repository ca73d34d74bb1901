"""From bytes to numbered lines: what a capture says, before anything is interpreted."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from .encodings import decode, to_bytes
from .refusals import Reason, RefusedCaptureError

# A line with its break; the last one may have none.
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
SAMPLE = 5_000
# The others are control characters, unassigned ones, and stand-ins for damaged bytes.
LEAST_WRITTEN = 0.55
LINE_BREAKS = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}


@dataclass(frozen=True)
class Excerpt:
    """A part of a capture that knows where it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the next character stands."""
        return self.start + len(self.text)

    def part(self, start: int, end: int | None = None) -> "Excerpt":
        """The part between two places within this excerpt, without white space around it."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        return Excerpt(text.strip(), self.start + start + lead)

    def group(self, match: re.Match[str], name: str) -> "Excerpt":
        """What a group of a match on this excerpt found."""
        return self.part(*match.span(name))

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Line:
    """A line of the file as it stands there, with its line break."""

    number: int
    start: int
    whole: str

    @cached_property
    def excerpt(self) -> Excerpt:
        """The line without white space around it; no-break spaces are white space too."""
        return Excerpt(self.whole, self.start).part(0)

    @property
    def text(self) -> str:
        """The text of the line without white space around it."""
        return self.excerpt.text


@dataclass(frozen=True)
class Capture:
    """A file of the old site."""

    sha256: str
    encoding: str
    mark: bytes
    lines: tuple[Line, ...]
    damaged_bytes: int = 0

    @cached_property
    def text(self) -> str:
        return "".join(line.whole for line in self.lines)

    @property
    def line_breaks(self) -> list[str]:
        """The kinds of line breaks that the file has, by name."""
        ends = {re.search(r"[\r\n]*\Z", line.whole)[0] for line in self.lines}
        return sorted(LINE_BREAKS[end] for end in ends if end)


def decode_capture(content: bytes) -> Capture:
    """Decode a file; refuse one that holds no text, and one that could not be given back."""
    decoded = decode(content)
    if not decoded.text.strip():
        raise RefusedCaptureError(Reason.EMPTY)
    if not is_readable(decoded.text):
        raise RefusedCaptureError(Reason.BINARY)
    capture = Capture(
        content_hash(content),
        decoded.encoding,
        decoded.mark,
        tuple(_lines(decoded.text)),
        decoded.damaged_bytes,
    )
    if reassemble(capture) != content:
        raise RefusedCaptureError(Reason.NOT_WHOLE)
    return capture


def is_readable(decoded: str) -> bool:
    """Whether most of what was decoded are characters that somebody could have written."""
    sample = decoded[:SAMPLE]
    written = sum(char.isspace() or unicodedata.category(char)[0] != "C" for char in sample)
    return written >= LEAST_WRITTEN * len(sample)


def reassemble(capture: Capture) -> bytes:
    """The file, put together again from its lines."""
    return capture.mark + to_bytes("".join(line.whole for line in capture.lines), capture.encoding)


def printable(name: str) -> str:
    """A file's name as it can be shown; bytes of it that are no text become question marks."""
    return name.encode("utf-8", "replace").decode()


def content_hash(content: bytes) -> str:
    """What tells one file from another, whatever their names."""
    return sha256(content).hexdigest()


def _lines(text: str) -> Iterator[Line]:
    for number, match in enumerate(LINE.finditer(text), start=1):
        yield Line(number, match.start(), match[0])
