"""In which language a text is written, judged by its script."""

import re
from itertools import groupby

from .lines import Excerpt
from .pinyin import is_half_spelled, is_pinyin

CHINESE, ENGLISH, RUSSIAN = "zh_hans", "en", "ru"
LANGUAGES = (CHINESE, ENGLISH, RUSSIAN)

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# Addresses on the net are in no language.
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
# One Chinese character says about as much as three letters of a foreign name among them.
LETTERS_PER_HAN = 3
# The beginning of a very long text tells its language as well as the whole does.
SAMPLE = 5_000

LONGEST_HEADING = 300
WORD = re.compile(r"\S+")
# CICA or (SCO) in a line of another language is a name, not a translation of it.
ABBREVIATION = re.compile(r"[(（]?[A-ZА-ЯЁ]{2,6}[)）]?")
SEPARATOR = re.compile(r"[/|·—–-]+")
BRACKETS = ("()", "（）", "《》", "“”")
SENTENCE_END = re.compile(r"[。；！？;!?]|\.\s")


def language_of_text(text: str) -> str | None:
    """The language of a text, ``None`` if it has no letters."""
    words = ADDRESS.sub("", text[:SAMPLE])
    han, latin, cyrillic = (len(script.findall(words)) for script in (HAN, LATIN, CYRILLIC))
    if han and (han * LETTERS_PER_HAN >= latin or is_half_spelled(words)):
        return CHINESE
    if not latin and not cyrillic:
        return None
    if latin > cyrillic and is_pinyin(words):
        return CHINESE
    return RUSSIAN if cyrillic > latin else ENGLISH


def split_languages(line: Excerpt) -> list[Excerpt]:
    """The parts of a heading such as ``背景 Background``, else the line alone.

    A separator between two parts ends up in neither.
    """
    if len(line.text) > LONGEST_HEADING or SENTENCE_END.search(line.text):
        return [line]
    if is_pinyin(line.text) or is_half_spelled(line.text):
        return [line]
    parts = _runs(line)
    languages = [language_of_text(part.text) for part in parts]
    if any(_is_open(part.text) for part in parts):
        return [line]
    is_heading = 1 < len(parts) == len(set(languages)) and not any(
        ABBREVIATION.fullmatch(part.text) for part in parts
    )
    return parts if is_heading else [line]


def _is_open(text: str) -> bool:
    """Whether a bracket in a text is not closed there."""
    return any(text.count(opening) != text.count(closing) for opening, closing in BRACKETS)


def _runs(line: Excerpt) -> list[Excerpt]:
    """The words of a line, gathered by their language; a word without letters goes on with it."""
    words = [(match.span(), language_of_text(match[0])) for match in WORD.finditer(line.text)]
    current = next((language for _, language in words if language), None)
    told = []
    for (start, end), language in words:
        is_name = ABBREVIATION.fullmatch(line.text[start:end]) is not None
        current = current if is_name else language or current
        told.append((current, start, end))
    runs = []
    for _, run in groupby(told, key=lambda word: word[0]):
        spans = list(run)
        while len(spans) > 1 and SEPARATOR.fullmatch(line.text[spans[-1][1] : spans[-1][2]]):
            spans.pop()
        runs.append(line.part(spans[0][1], spans[-1][2]))
    return runs
