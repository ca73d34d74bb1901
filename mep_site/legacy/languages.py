"""In which language a line is written, judged by its script."""

import re

CHINESE, ENGLISH, RUSSIAN = "zh_hans", "en", "ru"
LANGUAGES = (CHINESE, ENGLISH, RUSSIAN)

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# Addresses on the net are in no language.
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")

# One Chinese character says about as much as three letters of a foreign name among them.
LETTERS_PER_HAN = 3

# A heading in two languages: Chinese without the end of a sentence in it, a space, then English.
CHINESE_THEN_ENGLISH = re.compile(
    r"^(?P<chinese>[^A-Za-z。；！？]*[\u4e00-\u9fff][^A-Za-z。；！？]*)\s+"
    r"(?P<english>[A-Z][A-Za-z][^\u4e00-\u9fff]+)$"
)
LONGEST_HEADING = 300
# Letters such as CICA in a Chinese line are a name, not a translation of it.
ABBREVIATION = re.compile(r"^[A-Z]{2,6}$")


def language_of(text: str) -> str | None:
    """The language of a text, ``None`` if it has no letters."""
    words = ADDRESS.sub("", text)
    han, latin, cyrillic = (len(script.findall(words)) for script in (HAN, LATIN, CYRILLIC))
    if han and han * LETTERS_PER_HAN >= latin:
        return CHINESE
    if not latin and not cyrillic:
        return None
    return RUSSIAN if cyrillic > latin else ENGLISH


def split_languages(line: str) -> list[str]:
    """The two halves of a line such as ``背景 Background``, else the line alone."""
    match = CHINESE_THEN_ENGLISH.match(line) if len(line) <= LONGEST_HEADING else None
    if not match or ABBREVIATION.match(match["english"]):
        return [line]
    return [match["chinese"].strip(), match["english"].strip()]


def unwrap(lines: list[str], language: str) -> str:
    """One text from the lines that it was broken into; Chinese has no space between words."""
    return ("" if language == CHINESE else " ").join(lines)
