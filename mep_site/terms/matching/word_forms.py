"""The forms of a word: by which keys two of them are known to be the same word.

A rendering stands in a text if each of its words shares a key with the word there. English bends
little, so its rules are here: endings that a stemmer takes off would make "developing" out of
"developed" and "commission" out of "commissioner". Russian words are looked up in a dictionary. For
any other language there is Snowball's stemmer, if it has one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import local

import Stemmer
from pymorphy3.analyzer import Parse

from mep_site.translations.languages import Language
from mep_site.translations.languages.russian import russian_dictionary

Keys = frozenset[str]

IRREGULAR = {
    "children": "child",
    "criteria": "criterion",
    "men": "man",
    "people": "person",
    "phenomena": "phenomenon",
    "women": "woman",
}
SPELLINGS = (
    (re.compile(r"is(?=(?:ation|ations|e|ed|es|ing)$)"), "iz"),
    (re.compile(r"(?<=\w\w\w)our(?=s?$|able|ing|ed)"), "or"),
    (re.compile(r"programme"), "program"),
    (re.compile(r"centre"), "center"),
    (re.compile(r"defence"), "defense"),
    (re.compile(r"(?<=councill|counsell)or"), "or"),
    (re.compile(r"counci(?:ll|l)or"), "councilor"),
)
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)es$")
NO_PLURAL = re.compile(r"(?:ss|us|is)$")
POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)


@dataclass(frozen=True)
class WordForms:
    """How words of a language are compared.

    ``of_rendering`` gives the keys of a word of a rendering, ``of_text`` those of one of a text;
    ``ignored`` are words that make no difference.
    """

    of_rendering: Callable[[str], Keys]
    of_text: Callable[[str], Keys]
    ignored: Keys = frozenset()


@cache
def word_forms(language: Language) -> WordForms:
    """How words of this language are compared."""
    if language.stemmer in OWN_RULES:
        return OWN_RULES[language.stemmer]
    stems = lru_cache(50_000)(lambda word: frozenset({_stem(language.stemmer, fold_word(word))}))
    return WordForms(stems, stems)


def fold_word(word: str) -> str:
    """A word in small letters, and Russian ё as е."""
    return word.lower().replace("ё", "е")


_own = local()


def _stem(algorithm: str, word: str) -> str:
    """The stem of a word; a stemmer keeps a state, so that each thread has its own."""
    if not algorithm:
        return word
    stemmers = vars(_own).setdefault("stemmers", {})
    if algorithm not in stemmers:
        stemmers[algorithm] = Stemmer.Stemmer(algorithm)
    return stemmers[algorithm].stemWord(word)


# English


def _spelt_one_way(word: str) -> str:
    for pattern, spelling in SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


def _singulars(word: str) -> Keys:
    """The word and, if it may be a plural or a possessive, what it would be one of."""
    word = POSSESSIVE.sub("", fold_word(word))
    found = {word, IRREGULAR.get(word, word)}
    if word.endswith("ies") and len(word) > 4:
        found.add(f"{word[:-3]}y")
    elif word.endswith("s") and len(word) > 3 and not NO_PLURAL.search(word):
        found.add(word[:-1])
        if SIBILANT.search(word):
            found.add(word[:-2])
    return frozenset(map(_spelt_one_way, found))


def _of_verb(word: str) -> set[str]:
    """What the word would be a form of, were it a verb with an ending."""
    word = fold_word(word)
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2:
            doubled = bare[:-1] if bare[-1] == bare[-2] else bare
            return {_spelt_one_way(each) for each in (bare, f"{bare}e", doubled)}
    return set()


@lru_cache(50_000)
def _english_of_text(word: str) -> Keys:
    """A participle of the text is a form of the verb that a rendering has, but not the reverse."""
    return _singulars(word) | _of_verb(word)


# Russian


@lru_cache(100_000)
def _russian_of_text(word: str) -> Keys:
    """The words that this one may be a form of, and its stem: it may be a name."""
    folded = fold_word(word)
    lemmas = map(_lemma, russian_dictionary().parse(folded))
    return frozenset({*lemmas, _russian_stem(folded)})


@lru_cache(50_000)
def _russian_of_rendering(word: str) -> Keys:
    """The same; but a word of the dictionary is found by that, because other words share stems."""
    folded = fold_word(word)
    is_known = russian_dictionary().word_is_known(folded)
    return _russian_of_text(word) - ({_russian_stem(folded)} if is_known else set())


def _russian_stem(folded: str) -> str:
    """A key that is no word."""
    return f"{_stem('russian', folded)}-"


def _lemma(parse: Parse) -> str:
    """The word of the dictionary; a participle is set apart from others of the same verb."""
    lemma = parse.normal_form.replace("ё", "е")
    tag = parse.tag
    return f"{lemma} {tag.voice} {tag.tense}" if tag.POS in {"PRTF", "PRTS"} else lemma


# By the name of the stemmer that the language would have otherwise.
OWN_RULES = {
    "english": WordForms(
        lru_cache(50_000)(_singulars), _english_of_text, frozenset({"the", "a", "an"})
    ),
    "russian": WordForms(_russian_of_rendering, _russian_of_text),
}
