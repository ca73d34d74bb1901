"""What a proofreader of each language marks wherever it stands, as patterns.

Chinese punctuation is full-width beside Chinese characters (GB/T 15834). English has curly
quotation marks and apostrophes, and an en dash. Russian has guillemets, an em dash between spaces,
a hyphen or an en dash without any, and ё.
"""

import re

HAN = r"[\u4e00-\u9fff]"
CYRILLIC = r"[А-Яа-яЁё]"
# Stems that are written with ё in every form.
WITHOUT_YO = "еще|ее|учет|отчет|расчет|объем|прием|объединенн|определенн|растворенн"
TAG = re.compile(r"<[^>]*>")
MARKED = {
    "zh-hans": {
        "half-width punctuation": re.compile(rf"{HAN}[,;:!?()\"'.]|[,;:!?()\"']{HAN}"),
        "full-width letters or digits": re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"),
    },
    "en": {
        "straight quotation marks": re.compile(r"\"|\w'|'\w"),
        "a hyphen or an em dash for a dash": re.compile(r" - |—"),
        "full-width punctuation": re.compile(r"[\u3000-\u303f\uff00-\uffef]"),
    },
    "ru": {
        "quotation marks of another language": re.compile(r"[\"'“”]"),
        "Latin letters in a Cyrillic word": re.compile(rf"[A-Za-z]{CYRILLIC}|{CYRILLIC}[A-Za-z]"),
        "a hyphen or an en dash for a dash": re.compile(r" [-–] "),
        "a dash without its spaces": re.compile(r"\S—|—\S"),
        "е for ё": re.compile(rf"\b({WITHOUT_YO})", re.IGNORECASE),
    },
}


def marks(code: str, text: str) -> list[str]:
    """What a proofreader of this language would mark in a text, whose tags do not count."""
    words = TAG.sub("", text)
    return [mark for mark, pattern in MARKED[code].items() if pattern.search(words)]
