"""Letters of another script: left over, mistaken for each other, or mixed into the Chinese."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..findings import Found, TextPair
from ..reading import HAN

CHINESE_RUN = re.compile(rf"{HAN.pattern}(?:[\s，、：；“”‘’《》（）·\d-]*{HAN.pattern})*")
# A gloss in brackets is meant to be Chinese, and so is a Chinese title after its translation.
GLOSS = re.compile(rf"[(（\[【]\s*[《“«]?(?:{HAN.pattern}|[\s，、·《》“”])+[》”»]?\s*[)）\]】]")
WORD = re.compile(r"[^\W\d_]+")
LATIN, CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")
LATIN_LIKE_CYRILLIC = frozenset("ABCEHIJKMOPSTXYaceijopsxy")
CYRILLIC_LIKE_LATIN = frozenset("АВСЕНІЈКМОРЅТХУасеіјорѕху")
# A single small letter that is a word in Russian, or in English.
LONE_LATIN = re.compile(r"(?<=[а-яё,;] )[acoyk](?= [а-яё])")
LONE_CYRILLIC = re.compile(r"(?<=[a-z,;] )[аАІ](?= [a-z])")
LETTER_IN_NUMBER = re.compile(r"(?<![^\W_])\d+[OoОо]\d+(?![^\W_])|\b\d[OОоo]{2,}\b")
DIGIT_IN_WORD = re.compile(
    r"\b3(?=[а-яё]{4,})[а-яё]+|\b[a-zа-яё]+0[a-zа-яё]+\b(?<!h20)", re.IGNORECASE
)
FOREIGN_WORDS = re.compile(
    rf"(?<={HAN.pattern})[ \u3000]*(?P<words>[a-zа-яё]+(?: [a-zа-яё]+)*)[ \u3000]*(?={HAN.pattern})"
)
# One word alone may be a unit or a name; these are neither.
LITTLE_WORDS = re.compile(
    r"and|or|of|the|to|in|for|with|on|by|from|is|are|was|as|at|an|its"
    r"|и|или|в|на|с|по|для|из|от|о|об|при|к|за|а|до|не|что|как"
)


def has_chinese_left(pair: TextPair) -> Iterator[Found]:
    """Chinese characters in a translation, other than as a gloss in brackets."""
    if pair.language.is_chinese or not pair.translation.han:
        return
    for match in CHINESE_RUN.finditer(GLOSS.sub(" ", pair.translation.line)):
        words = match[0]
        shown = words if words in pair.chinese.line else ""
        yield _("Chinese words were left in the translation."), shown, words


def has_lookalikes(pair: TextPair) -> Iterator[Found]:
    """Latin letters in a Cyrillic word, or the reverse: they look right, and are not found."""
    text = pair.translation.line
    mixed = [word for word in WORD.findall(text) if _is_mixed(word)]
    is_latin = pair.language.script == "Latn"
    lone = [match[0] for match in (LONE_CYRILLIC if is_latin else LONE_LATIN).finditer(text)]
    for word in dict.fromkeys([*mixed, *lone]):
        yield _("Latin and Cyrillic letters that look alike are mixed here."), "", word
    for pattern in (LETTER_IN_NUMBER, DIGIT_IN_WORD):
        for match in pattern.finditer(text):
            yield _("A letter stands for a digit here, or a digit for a letter."), "", match[0]


def _is_mixed(word: str) -> bool:
    latin, cyrillic = LATIN.findall(word), CYRILLIC.findall(word)
    if not latin or not cyrillic:
        return False
    return LATIN_LIKE_CYRILLIC.issuperset(latin) or CYRILLIC_LIKE_LATIN.issuperset(cyrillic)


def has_mixed_chinese(pair: TextPair) -> Iterator[Found]:
    """Words of another language in the middle of a Chinese sentence."""
    text = pair.chinese.line
    for match in FOREIGN_WORDS.finditer(text):
        words = match["words"].split()
        if len(words) > 1 or LITTLE_WORDS.fullmatch(words[0]):
            around = text[max(0, match.start() - 6) : match.end() + 6].strip()
            yield _("Words of another language stand in the Chinese sentence."), around, ""
