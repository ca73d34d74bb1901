"""From bytes to numbered lines: what a capture says, before anything is interpreted."""

import re
from dataclasses import dataclass
from hashlib import sha256

from .refusals import Reason, RefusedCaptureError

LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Line:
    """A line of the file as it stands there, without its line break."""

    number: int
    text: str

    @property
    def stripped(self) -> str:
        """The line without white space around it; no-break spaces are white space too."""
        return self.text.strip()


@dataclass(frozen=True)
class Capture:
    """A file of the old site."""

    sha256: str
    lines: tuple[Line, ...]


def read_capture(content: bytes) -> Capture:
    """Decode a file; refuse one that holds no text."""
    if b"\0" in content:
        raise RefusedCaptureError(Reason.BINARY)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedCaptureError(Reason.NOT_UTF8) from error
    if not text.strip():
        raise RefusedCaptureError(Reason.EMPTY)
    lines = (Line(number, line) for number, line in enumerate(LINE_BREAK.split(text), start=1))
    return Capture(fingerprint(content), tuple(lines))


def fingerprint(content: bytes) -> str:
    """What tells one file from another, whatever their names."""
    return sha256(content).hexdigest()
