"""Folding: differences of writing that no reader means are removed.

Compatibility forms and case (Unicode's NFKC and lower case), the two dots of Russian ё, accents of
Latin letters, stress marks, soft hyphens and invisible characters, and traditional Chinese
characters, for which OpenCC knows the simplified ones. Folding works character by character, so
that every folded character still knows where it stood in the text. An exponent is set apart from
its base: 10³ is no 103.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

# Russian stress marks, soft hyphen, zero width characters, byte order mark, variation selectors.
INVISIBLE = frozenset(
    {0x0301, 0x00AD, 0x2060, 0xFEFF, *range(0x200B, 0x2010), *range(0xFE00, 0xFE10)}
)
SPELLINGS = {"ё": "е", "’": "'", "ʼ": "'", "„": '"', "“": '"', "”": '"', "«": '"', "»": '"'}
EXPONENT = re.compile(r"(?<=\d)(?=[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089])")
LATIN_END = 0x0250
FIRST_HAN = 0x3400


class _Table(dict[int, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(code)
        return folded


def _fold_character(code: int) -> str:
    if code in INVISIBLE:
        return ""
    folded = unicodedata.normalize("NFKC", chr(code)).lower()
    if code >= FIRST_HAN:
        folded = _simplified()(folded)
    elif code < LATIN_END:
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(part for part in decomposed if not unicodedata.combining(part))
    return "".join(SPELLINGS.get(character, character) for character in folded)


@cache
def _simplified() -> object:
    return OpenCC("t2s").convert


_TABLE = _Table()


def compose(text: str) -> str:
    """The text with letters and accents as single characters, as far as there are such."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The folded text, which may be longer or shorter than what it was made from."""
    return EXPONENT.sub(" ", compose(text)).translate(_TABLE)


@dataclass(frozen=True)
class Folded:
    """A folded text that knows where its characters stood.

    ``original`` is the composed text; ``origins`` has an index into it for every folded character,
    and one for the end.
    """

    original: str
    text: str
    origins: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original the folded characters from ``start`` to before ``end`` stood."""
        if start >= end:
            return self.origins[start], self.origins[start]
        last = self.origins[end - 1]
        while end < len(self.origins) - 1 and self.origins[end] == last:
            end += 1
        return self.origins[start], self.origins[end]


def fold_with_origins(text: str) -> Folded:
    """The folded text together with the place of each character."""
    original = compose(text)
    pieces = [_TABLE[ord(character)] for character in original]
    for match in EXPONENT.finditer(original):
        pieces[match.start()] = f" {pieces[match.start()]}"
    origins = [index for index, piece in enumerate(pieces) for _ in piece]
    return Folded(original, "".join(pieces), [*origins, len(original)])
