"""Russian numerals in every case: тринадцатое, двухсот, 14-й, 35 тыс., две трети, полтора."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ..common import roman_numerals
from ..values import Certainty, Numeral

# Nominative, genitive, dative, accusative where it differs, instrumental, prepositional.
SMALL = {
    0: "ноль нуль ноля нуля нолю нулю нулём нулем ноле нуле",
    1: "один одна одно одни одного одной одному одним одном одну одних одними одною",
    2: "два две двух двум двумя двое двоих двоим двоими",
    3: "три трёх трех трём трем тремя трое троих троим троими",
    4: "четыре четырёх четырех четырём четырем четырьмя четверо четверых четверым",
    5: "пять пяти пятью пятеро пятерых",
    6: "шесть шести шестью шестеро шестерых",
    7: "семь семи семью семеро семерых",
    8: "восемь восьми восемью восьмью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
}
TEENS = [
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
]
TENS = {
    20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью",
    60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти семьюдесятью",
    80: "восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью",
    90: "девяносто девяноста",
}
HUNDREDS = {
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трёхсот трехсот трёмстам тремстам тремястами трёхстах трехстах",
    400: "четыреста четырёхсот четырехсот четырёмстам четыремстам четырьмястами четырёхстах"
    " четырехстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}
CARDINALS = {
    form: number
    for table in (SMALL, TENS, HUNDREDS)
    for number, forms in table.items()
    for form in forms.split()
} | {
    stem + ending: number
    for number, stem in enumerate(TEENS, start=11)
    for ending in ("ь", "и", "ью")
}
SCALES = {
    1000: r"тысяч(?:а|и|е|у|ей|ью|ам|ами|ах)?|тыс\.?",
    10**6: r"миллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?|млн\.?",
    10**9: r"миллиард(?:а|у|ом|е|ы|ов|ам|ами|ах)?|млрд\.?",
    10**12: r"триллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?|трлн\.?",
}
SCALE = "|".join(f"(?P<s{scale}>{forms})" for scale, forms in SCALES.items())
ANY_SCALE = "|".join(SCALES.values())
STEMS = {
    1: "перв", 2: "втор", 4: "четверт|четвёрт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм",
    9: "девят", 10: "десят", **dict(enumerate(TEENS, start=11)), 20: "двадцат", 30: "тридцат",
    40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят", 80: "восьмидесят",
    90: "девяност", 100: "сот", 200: "двухсот", 300: "трёхсот|трехсот",
    400: "четырёхсот|четырехсот", 500: "пятисот", 600: "шестисот", 700: "семисот",
    800: "восьмисот", 900: "девятисот", 1000: "тысячн", 2000: "двухтысячн", 10**6: "миллионн",
}  # fmt: skip
ENDINGS = ["ый", "ой", "ая", "ое", "ые", "ого", "ому", "ую", "ым", "ом", "ых", "ыми"]
THIRD = [
    "трет" + ending
    for ending in ["ий", "ья", "ье", "ьи", "ьего", "ьей", "ьему", "ьим", "ьем", "ью", "ьих", "ьими"]
]
ORDINALS = {
    stem + ending: number
    for number, stems in STEMS.items()
    for stem in stems.split("|")
    for ending in ENDINGS
} | dict.fromkeys(THIRD, 3)
# A part of a compound: трёхлетний, двухдневный, двадцатилетие.
PREFIXES = {
    "одно": 1, "двух": 2, "дву": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5,
    "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10, "двенадцати": 12,
    "пятнадцати": 15, "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50,
    "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90, "сто": 100,
}  # fmt: skip
GROUPED = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+"
SUFFIX = r"[-‑–](?P<suffix>[йяеюх]|го|му|ый|ой|ий|ая|ое|ое|ые|ых|ым|ом|ми|ого|ому|ти|ми|ю)\b"
IN_DIGITS = re.compile(
    rf"(?P<digits>(?:{GROUPED})(?:[.,]\d+)?)(?:{SUFFIX}|[\s\u00a0]?(?P<scale>{ANY_SCALE})(?!\w))?"
    r"(?P<half>\sс\sполовиной)?",
    re.IGNORECASE,
)
_ALL_WORDS = "|".join(sorted((*CARDINALS, *ORDINALS), key=len, reverse=True))
_WORD = rf"(?:{_ALL_WORDS}|{ANY_SCALE})(?!\w)"
IN_WORDS = re.compile(
    rf"(?<!\w){_WORD}(?:[\s\u00a0]+{_WORD})*(?P<half>[\s\u00a0]с[\s\u00a0]половиной)?",
    re.IGNORECASE,
)
ONE_AND_A_HALF = re.compile(r"(?<!\w)полтор(?:а|ы|ых)(?!\w)|(?<!\w)полутора(?!\w)", re.IGNORECASE)
_TOP = "|".join(form for n in range(1, 10) for form in SMALL[n].split())
_PARTS = "(?:пят|шест|седьм|восьм|девят|десят|сот)"
FRACTION = re.compile(
    rf"(?<!\w)(?<!\bс\s)(?:(?P<top>{_TOP}|\d)\s)?(?P<bottom>треть|трети|третей|третям"
    r"|четверт(?:ь|и|ью|ей|ям|ями|ях)|половин(?:а|ы|е|у|ой)|наполовину"
    rf"|{_PARTS}(?:(?:ая|ую|ой)(?=\sчаст|\sдол)|ых|ыми)"
    rf"|(?:(?<=\bодна\s)|(?<=\bодной\s)|(?<=\bодну\s)){_PARTS}(?:ая|ую|ой))(?!\w)"
    r"(?:\s(?:част|дол)\w+)?",
    re.IGNORECASE,
)
BOTTOMS = {
    "трет": 3,
    "четв": 4,
    "поло": 2,
    "напо": 2,
    "пята": 5,
    "пяту": 5,
    "пято": 5,
    "пяты": 5,
    "шест": 6,
    "седь": 7,
    "вось": 8,
    "девя": 9,
    "деся": 10,
    "сота": 100,
    "соту": 100,
    "сото": 100,
    "соты": 100,
}
TENS_OF = re.compile(
    rf"(?<!\w)(?P<top>{_TOP})\s(?P<word>десятк\w+|сотн\w+|сотен|дюжин\w*)", re.IGNORECASE
)
VAGUE = re.compile(
    r"(?<!\w)(?P<word>десятк\w+|десяток|сотн\w+|сотен|дюжин\w*|тысячам?и?|миллионам?и?|миллионы|тысячи|тысяч(?=\w?\b))(?!\w)",
    re.IGNORECASE,
)


def russian_numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a Russian text, from left to right."""
    found: list[Numeral] = []
    for reader in (
        _fractions,
        _tens_of,
        _in_digits,
        _one_and_a_half,
        _in_words,
        _vague,
        roman_numerals,
    ):
        for numeral in reader(text):
            if not any(numeral.start < other.end and other.start < numeral.end for other in found):
                found.append(numeral)
    return iter(sorted(found, key=lambda numeral: numeral.start))


def number_of_russian_digits(written: str) -> tuple[Fraction, tuple[Fraction, ...]]:
    """The number of Russian digits, and what it is if written after the English manner."""
    bare = re.sub(r"[\s\u00a0\u202f\u2009]", "", written)
    number = Fraction(bare.replace(",", "."))
    grouped = re.fullmatch(r"\d{1,3}[.,]\d{3}", bare)
    return number, (number * 1000,) if grouped else ()


def scale_of(word: str) -> int:
    """What a word such as тыс. or миллиона multiplies with; 1 for any other."""
    match = re.fullmatch(SCALE, word.lower())
    return int(match.lastgroup[1:]) if match and match.lastgroup else 1


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in IN_DIGITS.finditer(text):
        if text[match.start() - 1 : match.start()].isalpha() and match.start():
            continue
        number, others = number_of_russian_digits(match["digits"])
        scale = scale_of(match["scale"] or "")
        if match["half"]:
            number += Fraction(1, 2)
        yield Numeral(
            *match.span(),
            number * scale,
            is_ordinal=bool(match["suffix"]) and match["suffix"] not in ("ти", "ми"),
            scale=scale,
            others=() if scale > 1 else others,
        )


def number_of_russian_words(written: str) -> tuple[Fraction, bool] | None:
    """The number of Russian words, and whether it is an ordinal one; nothing if it is none."""
    total, section, lowest, is_ordinal = 0, 0, 10**4, False
    for word in re.findall(r"[\w.]+", written.lower()):
        if is_ordinal:
            return None
        scale = scale_of(word)
        if scale > 1:
            total, section, lowest = total + (section or 1) * scale, 0, 10**4
            continue
        number = CARDINALS.get(word)
        if number is None:
            number, is_ordinal = ORDINALS[word], True
        if number >= lowest or (number == 0 and section):
            return None
        section += number
        lowest = 1 if number < 20 else 10 if number < 100 else 100
    return Fraction(total + section), is_ordinal


def _in_words(text: str) -> Iterator[Numeral]:
    for match in IN_WORDS.finditer(text):
        words = match[0][: match.start("half") - match.start()] if match["half"] else match[0]
        known = number_of_russian_words(words)
        if known is None:
            yield from _word_by_word(match)
            continue
        number, is_ordinal = known
        last = re.findall(r"[\w.]+", words)[-1]
        alone = scale_of(words) > 1
        yield Numeral(
            *match.span(),
            number + (Fraction(scale_of(last), 2) if match["half"] else 0),
            is_ordinal,
            in_digits=False,
            scale=scale_of(last),
            certainty=Certainty.DOUBTFUL if alone else Certainty.SURE,
        )


def _word_by_word(match: re.Match[str]) -> Iterator[Numeral]:
    """Words that make no number together: "первые три", "сто один первый"."""
    group: list[re.Match[str]] = []
    for word in re.finditer(r"[\w.]+", match[0]):
        joined = match[0][group[0].start() if group else word.start() : word.end()]
        if group and _joined(joined) is None:
            yield _numeral_of(match, group)
            group = []
        group.append(word)
    yield _numeral_of(match, group)


def _joined(words: str) -> tuple[Fraction, bool] | None:
    try:
        return number_of_russian_words(words)
    except KeyError:
        return None


def _numeral_of(match: re.Match[str], group: list[re.Match[str]]) -> Numeral:
    start, end = group[0].start(), group[-1].end()
    number, is_ordinal = _joined(match[0][start:end]) or (Fraction(0), False)
    return Numeral(match.start() + start, match.start() + end, number, is_ordinal, in_digits=False)


def _one_and_a_half(text: str) -> Iterator[Numeral]:
    for match in ONE_AND_A_HALF.finditer(text):
        yield Numeral(*match.span(), Fraction(3, 2), in_digits=False)


def _fractions(text: str) -> Iterator[Numeral]:
    for match in FRACTION.finditer(text):
        top = match["top"]
        if not top and match["bottom"].lower().endswith(("ых", "ыми")):
            continue
        number = 1 if top is None else int(top) if top.isdecimal() else CARDINALS[top.lower()]
        bottom = BOTTOMS[match["bottom"].lower()[:4]]
        yield Numeral(*match.span(), Fraction(number, bottom), is_fraction=True, in_digits=False)


def _tens_of(text: str) -> Iterator[Numeral]:
    """Два десятка, три сотни."""
    for match in TENS_OF.finditer(text):
        unit = {"дес": 10, "сот": 100, "дюж": 12}[match["word"].lower()[:3]]
        yield Numeral(
            *match.span(), Fraction(CARDINALS[match["top"].lower()] * unit), in_digits=False
        )


def _vague(text: str) -> Iterator[Numeral]:
    for match in VAGUE.finditer(text):
        number = {"дес": 10, "сот": 100, "дюж": 12, "тыс": 1000, "мил": 10**6}[
            match["word"].lower()[:3]
        ]
        yield Numeral(
            *match.span(), Fraction(number), in_digits=False, certainty=Certainty.DOUBTFUL
        )
