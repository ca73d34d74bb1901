"""Words of a query: Chinese ones cut by a dictionary, Russian ones in all of their forms."""

from functools import cache, lru_cache

import rjieba
from pymorphy3 import MorphAnalyzer

from ..analysis.folding import fold
from ..analysis.segments import Script
from ..analysis.stemming import stem
from ..analysis.terms import pairs

# Words that say little of what is looked for; they count only where nothing else was typed.
_STOP_WORDS = """
的 了 和 与 及 在 是 等 为 对 或 于
a an and are as at be by for from in is it of on or the to with what how
и в во на с со о об от до по за к ко у из или не как что для это при
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
MOST_STEMS = 8


def cut(run: str) -> list[str]:
    """The words in a run of Chinese."""
    return rjieba.cut(run)


def shorter_words(word: str) -> list[str]:
    """The words inside a Chinese word, or its pairs of characters, for a second attempt."""
    if len(word) < 3:
        return []
    inner = [part for part in rjieba.cut_for_search(word) if 1 < len(part) < len(word)]
    return inner or pairs(word)


@cache
def _morphology() -> MorphAnalyzer:
    """Russian morphology, loaded with the first Russian query."""
    return MorphAnalyzer()


@lru_cache(maxsize=5_000)
def russian_stems(word: str) -> tuple[str, ...]:
    """The stems of all forms that a Russian word can have, its own first.

    Snowball cuts off endings only: человек and людей, дети and ребёнок have no stem in common.
    """
    own = stem(Script.CYRILLIC, word)
    stems = dict.fromkeys([own])
    for reading in _morphology().parse(word):
        if reading.score >= 0.1:
            stems |= dict.fromkeys(
                stem(Script.CYRILLIC, fold(form.word)) for form in reading.lexeme
            )
    return tuple(stems)[:MOST_STEMS]
