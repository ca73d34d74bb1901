"""The terms that the index stores of a text, and those that a query asks for.

A run of Chinese characters becomes its pairs and, last, its last character by itself: 生态环境 is
stored as 生态 态环 环境 境. So a word is the pairs in it, one after the other, and a single
character is the beginning of a pair or the end of a run. Every other segment is one term.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mep_site.translations.languages import Language

from .folding import fold
from .script_runs import Script, ScriptRun, segments
from .stemming import Stemmers, all_stemmers, stemmers_in, term_of


def index_terms(text: str, language: Language | None = None) -> list[str]:
    """The terms of a text in this language, in their order, for the index."""
    stemmers = stemmers_in(language)
    return [term for segment in segments(fold(text)) for term in terms_of_run(segment, stemmers)]


def terms_of_run(segment: ScriptRun, stemmers: Stemmers) -> list[str]:
    """The terms that the index has of one segment."""
    if segment.script == Script.HAN:
        return [*pairs(segment.text), segment.text[-1]]
    term = term_of(segment, stemmers)
    return [term] if term else []


def pairs(run: str) -> list[str]:
    """The pairs of neighbouring characters in a run of Chinese."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


@dataclass(frozen=True)
class Phrase:
    """Terms that follow one another; with ``is_prefix`` the last one may go on."""

    terms: tuple[str, ...]
    is_prefix: bool = False

    @property
    def needle(self) -> str:
        """How it stands among terms that are divided and surrounded by spaces."""
        return f" {' '.join(self.terms)}{'' if self.is_prefix else ' '}"


def phrases_of(parts: Sequence[ScriptRun]) -> tuple[Phrase, ...]:
    """What finds these neighbouring segments in a text of any language, if they have a term.

    Mostly that is one phrase; it is several where languages of one script have stems of their own.
    """
    found = [_phrase(parts, stemmers) for stemmers in all_stemmers()] if parts else []
    return tuple(phrase for phrase in dict.fromkeys(found) if phrase.terms)


def _phrase(parts: Sequence[ScriptRun], stemmers: Stemmers) -> Phrase:
    """The run of Chinese at the end may go on in the text, so that it has no last character."""
    *before, last = parts
    terms = [term for segment in before for term in terms_of_run(segment, stemmers)]
    if last.script == Script.HAN:
        is_single = len(last.text) == 1
        return Phrase((*terms, *([last.text] if is_single else pairs(last.text))), is_single)
    return Phrase((*terms, *terms_of_run(last, stemmers)))


def phrases_in(text: str) -> tuple[Phrase, ...]:
    """What finds a text in another one of any language, if there is anything in it to be found."""
    return phrases_of(list(segments(fold(text))))
