"""What differs between two texts, word by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

import rjieba
from django.utils.html import strip_tags

from ..languages import Language
from ..languages.scripts import scripts_in_unicode

WORDS = re.compile(r"\w+|\s+|[^\w\s]")
ENDS_OF_LINES = re.compile(r"<br\s*/?>|</(?:p|li|h[1-6]|blockquote)>", re.IGNORECASE)
WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class DiffPiece:
    """A run of words: in both texts, in the old one only (``removed``), in the new (``added``)."""

    text: str
    is_removed: bool = False
    is_added: bool = False


def difference(old: str, new: str, language: Language) -> list[DiffPiece]:
    """The old text and the new one woven into each other; both are plain texts."""
    before, after = split_words(old, language), split_words(new, language)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        piece
        for step, start, end, new_start, new_end in steps
        for piece in _pieces(step, "".join(before[start:end]), "".join(after[new_start:new_end]))
    ]


def has_other_words(pieces: Iterable[DiffPiece]) -> bool:
    """Whether anything was removed or added that one reads, and not only a link or emphasis."""
    return any(piece.is_removed or piece.is_added for piece in pieces)


def _pieces(step: str, before: str, after: str) -> Iterator[DiffPiece]:
    if step == "equal":
        yield DiffPiece(before)
        return
    if before:
        yield DiffPiece(before, is_removed=True)
    if after:
        yield DiffPiece(after, is_added=True)


def split_words(text: str, language: Language) -> list[str]:
    """The text in pieces that a reader takes for words; joined, they are the text again.

    Chinese is written without spaces and needs a dictionary.
    """
    if language.is_chinese:
        return rjieba.cut(text)
    return WORDS.findall(text)


def plain_text(html: str) -> str:
    """What a rich text says, one line for each paragraph or item; 10³ stays 10³."""
    lines = ENDS_OF_LINES.sub("\n", scripts_in_unicode(html)).split("\n")
    shown = (WHITE_SPACE.sub(" ", unescape(strip_tags(line))).strip() for line in lines if line)
    return "\n".join(line for line in shown if line)
