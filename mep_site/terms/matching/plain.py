"""Reads a text, plain or HTML, as people read it, and knows where each character stood."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

# No term goes on across it.
PARAGRAPH = "\u2029"
BLOCKS = (
    "address|article|blockquote|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|table|"
    "tbody|td|tfoot|th|thead|tr|ul"
)
MARKUP = re.compile(
    rf"(?P<block></?(?:{BLOCKS})\b[^<>]*>)"
    r"|(?P<line><br\b[^<>]*>)"
    r"|(?P<tag></?[a-z][^<>]*>|<!--.*?-->)"
    r"|(?P<entity>&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);)",
    re.IGNORECASE | re.DOTALL,
)
EMPTY_LINE = re.compile(r"\n(?=[^\S\n]*\n)")
# Soft hyphen, stress mark, characters without width: nobody sees them.
UNSEEN = re.compile("[\u00ad\u0301\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class PlainText:
    """A text without markup; ``starts`` and ``ends`` say where each character stood before."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original the characters from ``start`` to before ``end`` stood."""
        return self.starts[start], self.ends[end - 1]


def read_plainly(text: str) -> PlainText:
    """The text as it reads, a character for a character; full-width letters as usual ones."""
    if "<" not in text and "&" not in text:
        read = PlainText(text, range(len(text)), range(1, len(text) + 1))
    else:
        read = _without_markup(text)
    same_length = EMPTY_LINE.sub(PARAGRAPH, read.text.translate(_COMPATIBLE))
    return _without_unseen(PlainText(same_length, read.starts, read.ends))


def _without_markup(text: str) -> PlainText:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(piece: str, start: int, end: int) -> None:
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))

    def add_words(start: int, end: int) -> None:
        pieces.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    last = 0
    for match in MARKUP.finditer(text):
        add_words(last, match.start())
        read = {"block": PARAGRAPH, "line": "\n", "tag": ""}.get(match.lastgroup or "")
        add(unescape(match.group()) if read is None else read, *match.span())
        last = match.end()
    add_words(last, len(text))
    return PlainText("".join(pieces), starts, ends)


def _without_unseen(read: PlainText) -> PlainText:
    if not UNSEEN.search(read.text):
        return read
    kept = [at for at, character in enumerate(read.text) if not UNSEEN.match(character)]
    return PlainText(
        "".join(read.text[at] for at in kept),
        [read.starts[at] for at in kept],
        [read.ends[at] for at in kept],
    )


class _Compatible(dict[int, str]):
    """For each character the usual one, if that is one as well; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        usual = unicodedata.normalize("NFKC", chr(code))
        usual = self[code] = usual if len(usual) == 1 else chr(code)
        return usual


_COMPATIBLE = _Compatible()
