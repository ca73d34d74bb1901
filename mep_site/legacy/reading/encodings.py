"""In which encoding a file is, and text that gives back the very bytes that it was read from.

A byte that is no text in its encoding, and NUL, which a database does not store, become a stand-in:
a private-use character that names the byte. So a damaged file, too, comes over without loss, and
the place of the damage is known.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from .refusals import Reason, RefusedCaptureError

HANDLER = "legacy.escape"
# U+F700 to U+F7FF stand for the bytes 0 to 255.
FIRST_STAND_IN = 0xF700
STAND_INS = re.compile("([\uf700-\uf7ff]+)")
ESCAPED = re.compile("[\udc00-\udcff]")
CANNOT_BE_STORED = re.compile("[\x00\uf700-\uf7ff\ud800-\udfff]")

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the old sites, and whoever saved their pages, wrote in.
CANDIDATES = ["gb18030", "cp1251", "koi8_r", "cp1252", "utf_16_le", "utf_16_be"]
SAMPLE = 64 * 1024
FOREIGN = bytes(range(0x80, 0x100))
# UTF-8 is damaged, rather than something else, if most of its foreign bytes are sound.
FOREIGN_PER_DAMAGE = 3
# In UTF-16 the line breaks and spaces alone are more NUL bytes than this.
LEAST_NULS = 0.01
# A few NUL bytes in sound UTF-8 are damage.
MOST_NULS = 0.05


@dataclass(frozen=True)
class Decoded:
    """A file as text. ``mark`` is its byte order mark, which is no text."""

    text: str
    encoding: str
    mark: bytes

    @property
    def damaged_bytes(self) -> int:
        """How many bytes were no text."""
        return sum(map(len, STAND_INS.findall(self.text)))


def decode(content: bytes) -> Decoded:
    """Read a file in the encoding that its mark or its bytes tell."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return Decoded(to_text(content[len(mark) :], encoding), encoding, mark)
    encoding = recognise_encoding(content)
    return Decoded(to_text(content, encoding), encoding, b"")


def recognise_encoding(content: bytes) -> str:
    """The encoding of bytes without a mark: UTF-8 wherever that can be."""
    damage = len(ESCAPED.findall(content.decode("utf-8", HANDLER)))
    nuls = content[:SAMPLE].count(0)
    if nuls and (damage or nuls > MOST_NULS * len(content[:SAMPLE])):
        return wide_encoding(content[:SAMPLE])
    foreign = len(content) - len(content.translate(None, FOREIGN))
    if damage * FOREIGN_PER_DAMAGE <= foreign:
        return "utf-8"
    best = from_bytes(sample_of(content), cp_isolation=CANDIDATES).best()
    return best.encoding.replace("_", "-") if best else "utf-8"


def wide_encoding(sample: bytes) -> str:
    """Which UTF-16 a text with NUL bytes is in: Western letters have theirs first or second."""
    first, second = (sample[offset::2].count(0) for offset in (0, 1))
    if first + second < len(sample) * LEAST_NULS or min(first, second) * 4 > max(first, second):
        raise RefusedCaptureError(Reason.BINARY)
    return "utf-16-be" if first > second else "utf-16-le"


def sample_of(content: bytes) -> bytes:
    """The beginning of a file, ended where no character can be cut in two."""
    if len(content) <= SAMPLE:
        return content
    end = content.rfind(b"\n", 0, SAMPLE)
    return content[: end + 1] if end > 0 else content[:SAMPLE]


def to_text(content: bytes, encoding: str) -> str:
    """Bytes to text; what is no text, or cannot be stored, becomes stand-ins."""
    return CANNOT_BE_STORED.sub(
        lambda match: _stand_ins(match[0], encoding), content.decode(encoding, HANDLER)
    )


def to_bytes(text: str, encoding: str) -> bytes:
    """The very bytes that a text was read from."""
    parts = STAND_INS.split(text)
    return b"".join(
        bytes(ord(character) - FIRST_STAND_IN for character in part)
        if STAND_INS.fullmatch(part)
        else part.encode(encoding)
        for part in parts
    )


def _stand_ins(character: str, encoding: str) -> str:
    code = ord(character)
    damaged = bytes([code - 0xDC00]) if 0xDC00 <= code <= 0xDCFF else character.encode(encoding)
    return "".join(chr(FIRST_STAND_IN + byte) for byte in damaged)


def _escape(error: UnicodeError) -> tuple[str, int]:
    """For ``decode``: a lone surrogate for each byte that is no text."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    damaged = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in damaged), error.end


codecs.register_error(HANDLER, _escape)
