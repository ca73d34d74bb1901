"""The terms that the index stores of a text, and those that a query asks for.

A run of Chinese characters becomes its pairs and, last, its last character by itself: 生态环境 is
stored as 生态 态环 环境 境. So a word is the pairs in it, one after the other, and a single
character is the beginning of a pair or the end of a run. Every other segment is one term.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .folding import fold
from .script_runs import Script, ScriptRun, segments
from .stemming import term_of


def index_terms(text: str) -> list[str]:
    """The terms of a text in their order, for the index."""
    return [term for segment in segments(fold(text)) for term in terms_of_run(segment)]


def terms_of_run(segment: ScriptRun) -> list[str]:
    """The terms that the index has of one segment."""
    if segment.script == Script.HAN:
        return [*pairs(segment.text), segment.text[-1]]
    return [term_of(segment)] if term_of(segment) else []


def pairs(run: str) -> list[str]:
    """The pairs of neighbouring characters in a run of Chinese."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


@dataclass(frozen=True)
class Phrase:
    """Terms that follow one another; with ``is_prefix`` the last one may go on."""

    terms: tuple[str, ...]
    is_prefix: bool = False


def phrase_of(parts: Iterable[ScriptRun]) -> Phrase | None:
    """The phrase that finds these neighbouring segments, ``None`` if they have no term.

    The run of Chinese at the end may go on in the text, so that it has no last character.
    """
    *before, last = parts
    terms = [term for segment in before for term in terms_of_run(segment)]
    if last.script == Script.HAN:
        is_single = len(last.text) == 1
        terms += [last.text] if is_single else pairs(last.text)
        return Phrase(tuple(terms), is_prefix=is_single)
    terms += terms_of_run(last)
    return Phrase(tuple(terms)) if terms else None


def phrase_in(text: str) -> Phrase | None:
    """The phrase that finds a text, ``None`` if there is nothing in it to be found."""
    parts = list(segments(fold(text)))
    return phrase_of(parts) if parts else None
