"""Chinese that was spelled out in Latin letters, as damaged captures have it."""

import re
import unicodedata
from collections.abc import Iterator

from pypinyin import lazy_pinyin

# Letters with a caron or a macron are in no other language of the site.
SURE_TONES = re.compile("[āēīōūǖǘǎěǐǒǔǚǜ]", re.I)
# Which finals each initial goes with.
FINALS = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue",
    "g|k|h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j|q|x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh|ch|sh|r": "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "z|c|s": "a e ai ei ao ou an en ang eng ong i u uo ui uan un",
    "y": "a ao e i in ing an ang ong ou u ue uan un",
    "w": "a ai an ang ei en eng o u",
    "": "a ai an ang ao e ei en er o ou",
}
SYLLABLES = frozenset(
    initial + final
    for initials, finals in FINALS.items()
    for initial in initials.split("|")
    for final in finals.split()
)
LONGEST_SYLLABLE = max(map(len, SYLLABLES))
WORD = re.compile(r"[^\W\d_]+")
# Fewer such words, and words with capitals, may be names in an English text.
FEWEST_WORDS = 4
SAMPLE = 500
# (yi), èr、 before a heading: 一, 二.
NUMERAL = re.compile(r"^\W*(?:yi|er|san|si|wu|liu|qi|ba|jiu|shi)(?:\b\W*|(?=\W))")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
MIXED = re.compile(r"[\u4e00-\u9fff][a-zà-ɏ]{2,}|[a-zà-ɏ]{2,}[\u4e00-\u9fff]")
HAN = re.compile(r"[\u4e00-\u9fff]+")


def without_tones(text: str) -> str:
    """The letters of a text without the marks over them, in small letters."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))


def is_spelled(word: str) -> bool:
    """Whether a word consists of syllables of pinyin, wherever one of them ends."""
    letters = without_tones(word)
    ends = {0}
    for end in range(1, len(letters) + 1):
        starts = range(max(0, end - LONGEST_SYLLABLE), end)
        if any(start in ends and letters[start:end] in SYLLABLES for start in starts):
            ends.add(end)
    return len(letters) in ends


def is_pinyin(text: str) -> bool:
    """Whether a text in Latin letters is Chinese: by its tones, or since all its words are such."""
    words = WORD.findall(text[:SAMPLE])
    if not words or not all(map(is_spelled, words)):
        return False
    in_small_letters = sum(map(str.islower, words)) * 2 > len(words) >= FEWEST_WORDS
    return in_small_letters or SURE_TONES.search(text) is not None


def is_half_spelled(text: str) -> bool:
    """Whether pinyin stands instead of some of the characters, or beside each word of them."""
    sample = text[:SAMPLE]
    words = LATIN.findall(sample)
    in_small_letters = len(words) > 1 and all(map(str.islower, words))
    is_mixed = (in_small_letters and HAN.search(sample)) or MIXED.search(sample)
    return bool(is_mixed) and all(map(is_spelled, words))


def spelling(text: str) -> str:
    """A text in the letters of pinyin alone, so that 职责, zhí zé and Zhize are the same."""
    spelled = without_tones(" ".join(lazy_pinyin(text)) if HAN.search(text) else text)
    return re.sub("[^a-z]", "", NUMERAL.sub("", spelled))


def wordings(text: str) -> Iterator[str]:
    """The Chinese wordings that a heading may stand for: its characters, or its spelling.

    Pinyin may stand instead of some characters, beside them, or in brackets after each.
    """
    characters = "".join(HAN.findall(text))
    yield characters
    if LATIN.search(text):
        yield spelling(text)
        yield spelling(characters)
