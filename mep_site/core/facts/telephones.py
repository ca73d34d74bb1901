"""Telephone numbers as readers of a language need them; stored they stay as they were typed."""

from collections.abc import Iterator
from typing import NamedTuple

from mep_site.telephones import Telephone, telephones_in
from mep_site.translations.languages import Language


class DialledPiece(NamedTuple):
    """A piece of a text, and the address that dials it; empty if it is no number."""

    text: str
    href: str = ""


def dialled_pieces(text: str, language: Language) -> Iterator[DialledPiece]:
    """A text with its numbers set apart, each as readers of a language need it."""
    at = 0
    for found in telephones_in(text):
        if before := text[at : found.start]:
            yield DialledPiece(before)
        yield DialledPiece(_shown(found, language), found.href)
        at = found.end
    if rest := text[at:]:
        yield DialledPiece(rest)


def numbers_for(text: str, language: Language) -> str:
    """The text with its numbers as readers of a language need them: abroad, with +86."""
    return "".join(piece.text for piece in dialled_pieces(text, language))


def certain_number(text: str) -> str:
    """The first number of a text as it is called from anywhere; empty if there is none."""
    return next((found.international for found in telephones_in(text)), "")


def _shown(found: Telephone, language: Language) -> str:
    return found.text if language.is_chinese else found.international
