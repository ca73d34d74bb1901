"""Guesses at what was meant, where what was typed is found nowhere.

A slip of the finger, the wrong keyboard layout, pinyin instead of characters, a Chinese character
that sounds like the right one. A guess is only worth something if it is found: whoever shows it
asks the index first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from pypinyin import lazy_pinyin
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ..analysis.folding import fold
from ..analysis.script_runs import Script, ScriptRun, segments
from .word_forms import says_little

# Where the letters of the Russian keyboard lie on the English one.
ENGLISH_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
TO_RUSSIAN = str.maketrans(ENGLISH_KEYS, RUSSIAN_KEYS)
TO_ENGLISH = str.maketrans(RUSSIAN_KEYS, ENGLISH_KEYS)
SHORTEST_GUESSED = {Script.HAN: 3, Script.LATIN: 4, Script.CYRILLIC: 4}
SIMILAR = 0.75

# Words that are known in a script, and Chinese ones that sound like this.
KnownWords = Callable[[Script], Sequence[str]]
WordsBySound = Callable[[str], Iterable[str]]
# Whether a word is right: it stands anywhere, or is known otherwise.
Occurs = Callable[[ScriptRun], bool]


def guesses(text: str, known: KnownWords, by_sound: WordsBySound, occurs: Occurs) -> Iterator[str]:
    """What may have been meant, the likeliest first."""
    folded = " ".join(fold(text).split())
    seen = {folded}
    for guess in _all_guesses(folded, known, by_sound, occurs):
        if guess and guess not in seen:
            seen.add(guess)
            yield guess


def _all_guesses(
    folded: str, known: KnownWords, by_sound: WordsBySound, occurs: Occurs
) -> Iterator[str]:
    parts = list(segments(folded))
    scripts = {part.script for part in parts}
    if Script.LATIN in scripts and Script.HAN not in scripts:
        yield from by_sound("".join(part.text for part in parts))
        yield folded.translate(TO_RUSSIAN)
    if Script.CYRILLIC in scripts:
        yield folded.translate(TO_ENGLISH)
    yield _mended(folded, parts, occurs, lambda part: _better(part, known, by_sound))


def _mended(
    folded: str, parts: list[ScriptRun], occurs: Occurs, better: Callable[[ScriptRun], str | None]
) -> str | None:
    """The text with every misspelt word mended; ``None`` if there is one that nothing is like.

    To mend one of two would say that the other is right.
    """
    misspelt = {part.start: better(part) for part in parts if _is_word(part) and not occurs(part)}
    if not all(misspelt.values()):
        return None
    guess, at = "", 0
    for part in parts:
        guess += folded[at : part.start] + (misspelt.get(part.start) or part.text)
        at = part.end
    return guess + folded[at:]


def _is_word(part: ScriptRun) -> bool:
    return part.script in SHORTEST_GUESSED and not says_little(part.text)


def _better(part: ScriptRun, known: KnownWords, by_sound: WordsBySound) -> str | None:
    """The word that was probably meant."""
    return _same_sound(part, by_sound) or _similar(part, known)


def _same_sound(part: ScriptRun, by_sound: WordsBySound) -> str | None:
    if part.script != Script.HAN:
        return None
    return next(iter(by_sound("".join(lazy_pinyin(part.text)))), None)


def _similar(part: ScriptRun, known: KnownWords) -> str | None:
    """The known word that is most like this one; one in four letters may be wrong."""
    if len(part.text) < SHORTEST_GUESSED[part.script]:
        return None
    found = process.extractOne(
        part.text,
        known(part.script),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=SIMILAR,
    )
    return found[0] if found else None
