"""Words of a query: Chinese ones cut by a dictionary, Russian ones in all of their forms."""

import re
from functools import lru_cache
from pathlib import Path

import rjieba

from mep_site.translations.languages.russian import russian_dictionary

from ..analysis.folding import fold
from ..analysis.index_terms import pairs
from ..analysis.script_runs import HAN
from ..analysis.stemming import stem

# Words that say little of what is looked for: those that join others, and those of questions. There
# is a file for each language, named by its code.
STOP_WORDS_FILES = Path(__file__).parent / "stop_words"
STOP_WORDS = frozenset(
    fold(word)
    for path in STOP_WORDS_FILES.glob("*.txt")
    for word in path.read_text(encoding="utf-8").split()
)
RUSSIAN = "russian"
MOST_STEMS = 8
CYRILLIC = re.compile("[а-я]")


def says_little(word: str) -> bool:
    """Whether a folded word counts only where nothing else was typed, as a single letter does."""
    is_letter = len(word) == 1 and word.isalpha() and not re.match(f"[{HAN}]", word)
    return is_letter or word in STOP_WORDS


def cut(run: str) -> list[str]:
    """The words in a run of Chinese."""
    return rjieba.cut(run)


def shorter_words(word: str) -> list[str]:
    """The words inside a Chinese word, or its pairs of characters, for a second attempt."""
    if len(word) < 3:
        return []
    inner = [part for part in rjieba.cut_for_search(word) if 1 < len(part) < len(word)]
    return inner or pairs(word)


def is_russian(word: str) -> bool:
    """Whether a folded word stands in a dictionary of Russian."""
    return bool(CYRILLIC.search(word)) and russian_dictionary().word_is_known(word)


@lru_cache(maxsize=5_000)
def russian_stems(word: str) -> tuple[str, ...]:
    """The stems of all forms that a Russian word can have, its own first.

    Snowball cuts off endings only: человек and людей, дети and ребёнок have no stem in common.
    """
    own = stem(RUSSIAN, word)
    stems = dict.fromkeys([own])
    for reading in russian_dictionary().parse(word):
        if reading.score >= 0.1:
            stems |= dict.fromkeys(stem(RUSSIAN, fold(form.word)) for form in reading.lexeme)
    return tuple(stems)[:MOST_STEMS]
