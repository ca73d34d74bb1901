"""Finds the terms that stand in a Chinese text, the longest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import rjieba

from .entries import TermEntry
from .folding import fold_plain_chinese
from .index import END, TermIndex
from .plain import read_plainly

# So short a term may as well be the end of one word and the beginning of the next: 其中国家.
SHORT = 2


@dataclass(frozen=True)
class TermUse:
    """A term where it stands in a text: ``text`` from ``start`` to before ``end``."""

    entry: TermEntry
    start: int
    end: int
    text: str


def find_terms(index: TermIndex, text: str) -> list[TermUse]:
    """The terms in a Chinese text, plain or HTML, in their order; none within a longer one."""
    read = read_plainly(text)
    folded = fold_plain_chinese(read)
    uses = []
    for start, end, key in _longest_first(folded.text, index):
        span = folded.span(start, end)
        uses.append(TermUse(index.by_chinese[key], *span, read_plainly(text[slice(*span)]).text))
    return uses


def _longest_first(text: str, index: TermIndex) -> list[tuple[int, int, str]]:
    """Where terms stand; of those that overlap the longest, of the same length the first."""
    taken = bytearray(len(text))
    found = []
    borders: _Borders | None = None
    for start, end, key in sorted(_all(text, index), key=lambda each: (each[0] - each[1], each[0])):
        if any(taken[start:end]):
            continue
        if end - start <= SHORT and not text[start:end].isascii():
            borders = borders or _Borders(text)
            if borders.are_crossed_by(start, end):
                continue
        taken[start:end] = b"\1" * (end - start)
        found.append((start, end, key))
    return sorted(found)


def _all(text: str, index: TermIndex) -> Iterator[tuple[int, int, str]]:
    """Every place where a term could stand."""
    root = index.trie
    for start, first in enumerate(text):
        node = root.get(first)
        at = start + 1
        while node is not None:
            if END in node and _is_whole(text, start, at):
                yield start, at, node[END]
            node = node.get(text[at]) if at < len(text) else None
            at += 1


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin word or number goes on at either end: GEF is no term in GEFCO."""
    return not (_goes_on(text[max(start - 1, 0) : start + 1]) or _goes_on(text[end - 1 : end + 1]))


def _goes_on(two: str) -> bool:
    return len(two) == 2 and two.isascii() and two.isalnum()


class _Borders:
    """Where the words of a Chinese text are divided."""

    def __init__(self, text: str) -> None:
        ends = list(accumulate(map(len, rjieba.cut(text))))
        self.words = list(zip([0, *ends], ends, strict=False))

    def are_crossed_by(self, start: int, end: int) -> bool:
        """Whether a word goes on at one end, and does not begin or end with what is between."""
        return any(
            (first < start < last and last != end) or (first < end < last and first != start)
            for first, last in self.words
        )
