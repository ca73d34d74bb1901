"""Chinese that was spelled out in Latin letters, as damaged captures have it."""

import re
import unicodedata

from pypinyin import lazy_pinyin

TONES = re.compile("[āēīōūǖáéíóúǘǎěǐǒǔǚàèìòùǜ]", re.I)
# Letters with a caron or a macron are in no other language of the site.
SURE_TONES = re.compile("[āēīōūǖǘǎěǐǒǔǚǜ]", re.I)
SYLLABLES = re.compile(
    r"(?:(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui"
    r"|un|uo|a|e|i|o|u|v))+)",
)
WORD = re.compile(r"[^\W\d_]+")
# Two or three such words may be a name in an English text.
FEWEST_WORDS = 4
SAMPLE = 500
# (yi), èr、 before a heading: 一, 二.
NUMERAL = re.compile(r"^\W*(?:yi|er|san|si|wu|liu|qi|ba|jiu|shi)(?:\b\W*|(?=\W))")
HAN = re.compile(r"[\u4e00-\u9fff]+")


def without_tones(text: str) -> str:
    """The letters of a text without the marks over them, in small letters."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))


def is_pinyin(text: str) -> bool:
    """Whether a text in Latin letters is Chinese: by its tones, or since all its words are such."""
    words = WORD.findall(text[:SAMPLE])
    if not words or not all(SYLLABLES.fullmatch(without_tones(word)) for word in words):
        return False
    return len(words) >= FEWEST_WORDS or SURE_TONES.search(text) is not None


def spelling(text: str) -> str:
    """A text in the letters of pinyin alone, so that 职责, zhí zé and Zhize are the same."""
    spelled = without_tones(" ".join(lazy_pinyin(text)))
    return re.sub("[^a-z]", "", NUMERAL.sub("", spelled))


def wordings(text: str) -> list[str]:
    """The Chinese wordings that a heading may stand for: its characters, or its spelling.

    Pinyin may stand instead of some characters, beside them, or in brackets after each.
    """
    characters = "".join(HAN.findall(text))
    return [characters, spelling(text), spelling(characters)]
