"""The passage of a text that shows why it was found, with the found words marked.

Pieces are taken from the text as it was written; whoever shows them escapes them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mep_site.translations.languages import Language

from .folding import Folded, fold, fold_with_origins
from .index_terms import Phrase, terms_of_run
from .script_runs import HAN, Script, segments
from .stemming import Stemmers, stemmers_in, term_of

# A passage is looked for in the first part of a long text only: the time stays bounded.
LONGEST_TEXT = 20_000
LEAD = 40
ENDS = re.compile(r"[.!?;:。！？；：\n]\s*")
ELLIPSIS = "…"
# What does not stand before an ellipsis.
DANGLING = " \n.,;:，、；："

# The place of a found phrase, and which clause of the query it answers.
Span = tuple[int, int, int]


@dataclass(frozen=True)
class HighlightPiece:
    """A piece of a passage, in the order of the text."""

    text: str
    is_found: bool = False


@dataclass(frozen=True)
class _Term:
    value: str
    start: int
    end: int


def passage(
    text: str,
    clauses: Sequence[Iterable[Phrase]],
    length: int,
    title: str = "",
    language: Language | None = None,
) -> list[HighlightPiece]:
    """About ``length`` characters of the text round what answers most of the clauses.

    Those that the ``title`` answers need no passage. A text in which nothing else was found is
    shown from its beginning. Text and title are in the ``language``, if they are in one.
    """
    folded = fold_with_origins(text[:LONGEST_TEXT])
    spans = _originals(folded, find_spans(folded.text, clauses, language))
    in_title = {number for _, _, number in find_spans(fold(title), clauses, language)}
    wanted = [span for span in spans if span[2] not in in_title]
    start, end = _window(folded.original, wanted, length)
    inside = [(first, last) for first, last, _ in spans if start <= first and last <= end]
    pieces = _pieces(folded.original, start, end, inside)
    before = [HighlightPiece(ELLIPSIS)] if start else []
    after = (
        [HighlightPiece(ELLIPSIS)] if end < len(folded.original) or len(text) > LONGEST_TEXT else []
    )
    return [*before, *pieces, *after]


def marked(
    text: str, clauses: Sequence[Iterable[Phrase]], language: Language | None = None
) -> list[HighlightPiece]:
    """The whole of a short text with what was found in it."""
    folded = fold_with_origins(text)
    spans = _originals(folded, find_spans(folded.text, clauses, language))
    return _pieces(folded.original, 0, len(folded.original), [span[:2] for span in spans])


def find_spans(
    folded: str, clauses: Sequence[Iterable[Phrase]], language: Language | None = None
) -> list[Span]:
    """Where in a folded text in this language the phrases of the clauses stand."""
    by_first: dict[str, list[tuple[Phrase, int]]] = {}
    for number, phrases in enumerate(clauses):
        for phrase in phrases:
            by_first.setdefault(phrase.terms[0], []).append((phrase, number))
    terms = _terms(folded, stemmers_in(language))
    found: list[Span] = []
    for at, term in enumerate(terms):
        candidates = by_first.get(term.value, ())
        if len(term.value) == 2 and term.value[0] in by_first:
            candidates = [*candidates, *by_first[term.value[0]]]
        for phrase, number in candidates:
            span = _span(terms, at, phrase)
            if span:
                found.append((*span, number))
    return found


def _terms(folded: str, stemmers: Stemmers) -> list[_Term]:
    found: list[_Term] = []
    for part in segments(folded):
        if part.script == Script.HAN:
            for offset, value in enumerate(terms_of_run(part, stemmers)):
                start = part.start + offset
                found.append(_Term(value, start, start + len(value)))
        else:
            found.append(_Term(term_of(part, stemmers), part.start, part.end))
    return found


def _span(terms: list[_Term], at: int, phrase: Phrase) -> tuple[int, int] | None:
    here = terms[at : at + len(phrase.terms)]
    if len(here) < len(phrase.terms):
        return None
    *complete, last = phrase.terms
    if [term.value for term in here[:-1]] != complete:
        return None
    if phrase.is_prefix and here[-1].value.startswith(last):
        return here[0].start, here[-1].start + len(last)
    return (here[0].start, here[-1].end) if here[-1].value == last else None


def _originals(folded: Folded, spans: list[Span]) -> list[Span]:
    return sorted((*folded.span(start, end), number) for start, end, number in spans)


def _window(text: str, spans: list[Span], length: int) -> tuple[int, int]:
    """Where the passage begins and ends: at a sentence if one is near, and never within a word."""
    if len(text) <= length:
        return 0, len(text)
    first, last = _best(spans, length)
    start = _start(text, max(0, min(first - LEAD, len(text) - length)), first)
    return start, _end(text, min(len(text), start + length), max(start, last))


def _best(spans: list[Span], length: int) -> tuple[int, int]:
    """What stands first in the first passage that answers most clauses; the spans are in order."""
    best, most = (0, 0), 0
    inside: Counter[int] = Counter()
    after = 0
    for first, last, number in spans:
        while after < len(spans) and spans[after][1] <= first + length - LEAD:
            inside[spans[after][2]] += 1
            after += 1
        answered = sum(count > 0 for count in inside.values())
        if answered > most:
            best, most = (first, last), answered
        inside[number] -= 1
    return best


def _start(text: str, wanted: int, latest: int) -> int:
    if wanted == 0:
        return 0
    sentence = ENDS.search(text, wanted, latest)
    if sentence:
        return sentence.end()
    while wanted < latest and (_is_in_word(text, wanted) or text[wanted].isspace()):
        wanted += 1
    return wanted


def _end(text: str, wanted: int, earliest: int) -> int:
    if wanted == len(text):
        return wanted
    while wanted > earliest and (_is_in_word(text, wanted) or text[wanted - 1] in DANGLING):
        wanted -= 1
    return wanted


def _is_in_word(text: str, at: int) -> bool:
    """Whether a place is between two letters or digits of a script that divides words by spaces."""
    around = text[at - 1 : at + 1]
    return around.isalnum() and not re.search(f"[{HAN}]", around)


def _pieces(text: str, start: int, end: int, found: list[tuple[int, int]]) -> list[HighlightPiece]:
    """The text between two places, cut where something found begins or ends."""
    pieces: list[HighlightPiece] = []
    at = start
    for first, last in _merged(found):
        if at < first:
            pieces.append(HighlightPiece(text[at:first]))
        pieces.append(HighlightPiece(text[first:last], is_found=True))
        at = last
    return [*pieces, HighlightPiece(text[at:end])] if at < end else pieces


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        elif last > first:
            merged.append((first, last))
    return merged
