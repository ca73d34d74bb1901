"""Stems of words, by Snowball's rules for the language that they are taken for."""

from collections.abc import Mapping
from functools import cache, lru_cache
from threading import local

import Stemmer

from mep_site.translations.languages import Language, languages

from .script_runs import Script, ScriptRun

SCRIPTS = {
    "Hans": Script.HAN,
    "Hant": Script.HAN,
    "Cyrl": Script.CYRILLIC,
    "Latn": Script.LATIN,
}
# PostgreSQL refuses longer ones; no word that a person reads has as many letters.
LONGEST_TERM = 64

# Which of Snowball's algorithms is for words in which script; none for those that stay as they are.
Stemmers = Mapping[Script, str]

_own = local()


@cache
def stemmers_in(language: Language | None = None) -> Stemmers:
    """The stemmers for a text in this language.

    Words in another script than the language's own, and those of a text in no language, are taken
    for words of the first of the site's languages in their script.
    """
    usual = {script_of(each): each.stemmer for each in reversed(languages())}
    return usual | {script_of(language): language.stemmer} if language else usual


@cache
def all_stemmers() -> tuple[Stemmers, ...]:
    """The stemmers for the texts of all languages, without repetition: a query may be in any."""
    found: list[Stemmers] = []
    for stemmers in map(stemmers_in, languages()):
        if stemmers not in found:
            found.append(stemmers)
    return tuple(found)


def script_of(language: Language) -> Script:
    """The script of a language, as far as scripts are treated differently."""
    return SCRIPTS.get(language.script, Script.OTHER)


def algorithms_for(script: Script) -> tuple[str, ...]:
    """Every algorithm that words in this script may have been stemmed by."""
    return tuple(dict.fromkeys(stemmers.get(script, "") for stemmers in all_stemmers()))


@lru_cache(maxsize=50_000)
def stem(algorithm: str, word: str) -> str:
    """The stem of a folded word; without an algorithm it is its own stem."""
    if algorithm:
        word = _stemmer(algorithm).stemWord(word).replace("'", "")
    return word[:LONGEST_TERM]


def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    """A stemmer of this thread: they keep a state while they work."""
    stemmers = vars(_own).setdefault("stemmers", {})
    if algorithm not in stemmers:
        stemmers[algorithm] = Stemmer.Stemmer(algorithm)
    return stemmers[algorithm]


def term_of(segment: ScriptRun, stemmers: Stemmers) -> str:
    """The term of a segment that is not Chinese."""
    return stem(stemmers.get(segment.script, ""), segment.text)
