"""Writes whole numbers in English and Russian words, as ``rewriting`` needs them."""

from .english.numerals import ONES, ORDINALS, SCALES
from .english.numerals import TENS as ENGLISH_TENS
from .russian.numerals import HUNDREDS, SMALL, STEMS, TEENS, THIRD
from .russian.numerals import TENS as RUSSIAN_TENS

MOST_IN_WORDS = 10**9
HUNDRED, THOUSAND, TWENTY = 100, 1000, 20
CASES = ("nominative", "genitive", "dative", "instrumental", "prepositional")
# Russian words whose forms differ from case to case; of the others the first three forms are
# nominative, genitive and instrumental.
_FULL_CASES = {
    1: ("один", "одного", "одному", "одним", "одном"),
    2: ("два", "двух", "двум", "двумя", "двух"),
    3: ("три", "трёх", "трём", "тремя", "трёх"),
    4: ("четыре", "четырёх", "четырём", "четырьмя", "четырёх"),
    200: ("двести", "двухсот", "двумстам", "двумястами", "двухстах"),
    300: ("триста", "трёхсот", "трёмстам", "тремястами", "трёхстах"),
    400: ("четыреста", "четырёхсот", "четырёмстам", "четырьмястами", "четырёхстах"),
}
_THOUSANDS = {
    "nominative": ("тысяча", "тысячи", "тысяч"),
    "genitive": ("тысячи", "тысяч", "тысяч"),
    "dative": ("тысяче", "тысячам", "тысячам"),
    "instrumental": ("тысячей", "тысячами", "тысячами"),
    "prepositional": ("тысяче", "тысячах", "тысячах"),
}
_FEMININE = {
    "nominative": {1: "одна", 2: "две"},
    "genitive": {1: "одной"},
    "dative": {1: "одной"},
    "instrumental": {1: "одной"},
    "prepositional": {1: "одной"},
}
_CARDINALS_OF = {number: word for word, number in (ONES | ENGLISH_TENS).items()}
_ORDINALS_OF = {number: word for word, number in ORDINALS.items()}


def english_cardinal(number: int) -> str:
    """A whole number below a thousand million in English words: two hundred and five."""
    for scale in (10**6, THOUSAND):
        if number >= scale:
            head = f"{english_cardinal(number // scale)} {_name_of(scale)}"
            rest = number % scale
            joint = " and " if 0 < rest < HUNDRED else " "
            return head + (joint + english_cardinal(rest) if rest else "")
    if number >= HUNDRED:
        rest = number % HUNDRED
        head = f"{_CARDINALS_OF[number // HUNDRED]} hundred"
        return head + (f" and {english_cardinal(rest)}" if rest else "")
    if number in _CARDINALS_OF:
        return _CARDINALS_OF[number]
    return f"{_CARDINALS_OF[number - number % 10]}-{_CARDINALS_OF[number % 10]}"


def _name_of(scale: int) -> str:
    return next(word for word, number in SCALES.items() if number == scale)


def english_ordinal(number: int) -> str:
    """A whole number as an English ordinal in words: two hundred and fifth."""
    written = english_cardinal(number)
    cut = max(written.rfind(" "), written.rfind("-")) + 1
    last = written[cut:]
    known = (ONES | ENGLISH_TENS | SCALES)[last]
    return written[:cut] + _ORDINALS_OF[known]


def english_suffix(number: int) -> str:
    """What follows the digits of an ordinal: 21st, 112th."""
    if number % HUNDRED in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def russian_cardinal(number: int, case: str) -> str:
    """A whole number below a million in Russian words, masculine, in a case."""
    words: list[str] = []
    thousands, rest = divmod(number, THOUSAND)
    if thousands:
        words += [] if thousands == 1 else _below_thousand(thousands, case, is_feminine=True)
        words.append(_THOUSANDS[case][plural_of(thousands)])
    words += _below_thousand(rest, case) if rest or not thousands else []
    return " ".join(words)


def plural_of(number: int) -> int:
    """Which of the three Russian plurals a number takes: 0 as one, 1 as two to four, 2 as more."""
    if number % HUNDRED in range(11, 15):
        return 2
    return {1: 0, 2: 1, 3: 1, 4: 1}.get(number % 10, 2)


def _below_thousand(number: int, case: str, *, is_feminine: bool = False) -> list[str]:
    parts = [number - number % HUNDRED, number % HUNDRED]
    if parts[1] > TWENTY:
        parts = [parts[0], parts[1] - parts[1] % 10, parts[1] % 10]
    return [
        _FEMININE[case].get(part, _in_case(part, case)) if is_feminine else _in_case(part, case)
        for part in parts
        if part or number == 0
    ][: None if number else 1]


def _in_case(number: int, case: str) -> str:
    if number in _FULL_CASES:
        return _FULL_CASES[number][CASES.index(case)]
    forms = _forms(number)
    if case == "nominative":
        return forms[0]
    if case == "instrumental":
        return forms[-1] if number >= HUNDRED * 5 else forms[min(2, len(forms) - 1)]
    return _oblique(number, case, forms)


def _oblique(number: int, case: str, forms: list[str]) -> str:
    if number == 0:
        return {"genitive": "нуля", "dative": "нулю", "prepositional": "нуле"}[case]
    if number < HUNDRED * 5:
        return forms[1]
    return {"genitive": forms[1], "dative": forms[2], "prepositional": forms[-1]}[case]


def _forms(number: int) -> list[str]:
    if 10 < number < TWENTY:
        stem = TEENS[number - 11]
        return [stem + ending for ending in ("ь", "и", "ью")]
    return (SMALL | RUSSIAN_TENS | HUNDREDS)[number].split()


def russian_ordinal(number: int, ending: str) -> str | None:
    """A whole number below a thousand as a Russian ordinal: сто тринадцатого.

    ``ending`` is that of a regular adjective (ый, ого, ая …); nothing if there is no such word.
    """
    last = number % HUNDRED if 0 < number % HUNDRED <= TWENTY else number % 10
    last = last or (number % HUNDRED or number % THOUSAND)
    if not 0 < number < THOUSAND:
        return None
    before = number - last
    head = " ".join(_below_thousand(before, "nominative")) + " " if before else ""
    return head + _ordinal_word(last, ending)


def _ordinal_word(number: int, ending: str) -> str:
    if number == 3:
        return _third(ending)
    stem = STEMS[number].split("|")[0]
    if ending == "ый" and number in (2, 6, 7, 8, 40):
        ending = "ой"
    return stem + ending


def _third(ending: str) -> str:
    soft = {
        "ый": "ий", "ой": "ьей", "ая": "ья", "ое": "ье", "ые": "ьи", "ого": "ьего", "ому": "ьему",
        "ую": "ью", "ым": "ьим", "ом": "ьем", "ых": "ьих", "ыми": "ьими",
    }  # fmt: skip
    return next(form for form in THIRD if form == "трет" + soft[ending])
