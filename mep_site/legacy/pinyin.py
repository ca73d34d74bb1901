"""Chinese that was spelled out in Latin letters, as damaged captures have it."""

import re
import unicodedata

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
SYLLABLE = "|".join(
    f"(?:{initials})(?:{'|'.join(sorted(finals.split(), key=len, reverse=True))})"
    for initials, finals in FINALS.items()
)
SYLLABLES = re.compile(f"(?:{SYLLABLE})+")
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


def is_pinyin(text: str) -> bool:
    """Whether a text in Latin letters is Chinese: by its tones, or since all its words are such."""
    words = WORD.findall(text[:SAMPLE])
    if not words or not all(SYLLABLES.fullmatch(without_tones(word)) for word in words):
        return False
    in_small_letters = sum(map(str.islower, words)) * 2 > len(words) >= FEWEST_WORDS
    return in_small_letters or SURE_TONES.search(text) is not None


def is_half_spelled(text: str) -> bool:
    """Whether pinyin stands instead of some of the characters within a word."""
    sample = text[:SAMPLE]
    words = LATIN.findall(sample)
    return MIXED.search(sample) is not None and all(
        SYLLABLES.fullmatch(without_tones(word)) for word in words
    )


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
