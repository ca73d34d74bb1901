"""Stems of English and Russian words, by Snowball's rules."""

from functools import lru_cache
from threading import local

import Stemmer

from .script_runs import Script, ScriptRun

ALGORITHMS = {Script.LATIN: "english", Script.CYRILLIC: "russian"}
# PostgreSQL refuses longer ones; no word that a person reads has as many letters.
LONGEST_TERM = 64

_own = local()


def _stemmer(script: Script) -> Stemmer.Stemmer:
    """A stemmer of this thread: they keep a state while they work."""
    stemmers = vars(_own).setdefault("stemmers", {})
    if script not in stemmers:
        stemmers[script] = Stemmer.Stemmer(ALGORITHMS[script])
    return stemmers[script]


@lru_cache(maxsize=50_000)
def stem(script: Script, word: str) -> str:
    """The stem of a folded word; a word of another script is its own stem."""
    if script in ALGORITHMS:
        word = _stemmer(script).stemWord(word).replace("'", "")
    return word[:LONGEST_TERM]


def term_of(segment: ScriptRun) -> str:
    """The term of a segment that is not Chinese."""
    return stem(segment.script, segment.text)
