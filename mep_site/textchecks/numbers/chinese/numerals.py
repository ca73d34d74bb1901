"""Chinese numerals: 十三, 三万五千, 二〇一九, 3.5万, 1亿5000万, 三点五, 几十, 七八十."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ..common import roman_numerals
from ..values import Certainty, Numeral

DIGITS = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
# 千 and 百 begin units too: 千瓦时, 千克, 百帕.
_SCALE = r"(?:[十万亿]|百(?!帕|分之|分点)|千(?![瓦克米卡帕伏焦赫]))"
_DIGIT = "[零〇○一二两三四五六七八九]"
_FIGURES = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0]\d{3})+(?![\d年])|\d+)(?:\.\d+)?"
IN_FIGURES = re.compile(rf"(?:{_FIGURES}{_SCALE}+)+(?:{_FIGURES}(?!\d*[年月日]))?|{_FIGURES}")
IN_CHARACTERS = re.compile(
    rf"(?:{_DIGIT}|{_SCALE})+(?:点(?:[零〇一二三四五六七八九])+(?![十百千万]|时|分))?[万亿]*"
)
VAGUE = re.compile(
    r"(?:[几数]|上(?=[百千万亿]))(?P<scale>[十百千万亿]+)|(?P<tens>[二三四五六七八九]?十)几"
)
# 十四五: the plan that begins in 2021. 七五 to 九五 are plans only between quotation marks.
PLAN = re.compile(
    r"(?P<late>[十][一二三四五六七八])五(?!年|[十百千万])|[“\"「](?P<early>[一二三四五六七八九十])五[”\"」](?=期|规|计|时|末|以|至|到|后|前|和|、)"
)
LEAST_OF_A_CODE = 3
TEENS = re.compile(
    "(?P<tens>[二三四五六七八九]?十)(?P<one>[一二三四五六七八九])(?P<other>[一二三四五六七八九])"
)


def characters_number(written: str) -> Fraction | None:
    """The number that Chinese characters mean; nothing if they are no number."""
    whole, _, decimals = written.partition("点")
    if decimals:
        scale = decimals[len(decimals.rstrip("万亿")) :]
        number = characters_number(whole)
        if number is None:
            return None
        places = decimals.rstrip("万亿")
        fraction = Fraction(int("".join(str(DIGITS[sign]) for sign in places)), 10 ** len(places))
        return (number + fraction) * _scale(scale)
    if all(sign in DIGITS for sign in whole):
        return _code(whole)
    return _by_myriads(whole)


def _code(written: str) -> Fraction | None:
    """Digits one after the other, as in 二〇一九."""
    if len(written) == 1 or len(written) >= LEAST_OF_A_CODE or "〇" in written:
        return Fraction(int("".join(str(DIGITS[sign]) for sign in written)))
    return None


def _scale(written: str) -> int:
    scale = 1
    for sign in written:
        scale *= TENS.get(sign) or MYRIADS[sign]
    return scale


def _by_myriads(written: str) -> Fraction | None:
    """一亿五千万: what stands before 亿 and 万 is a number below ten thousand of its own."""
    total, section, digit, last = 0, 0, None, 10
    for sign in written:
        if sign in DIGITS:
            if digit:
                return None
            digit = DIGITS[sign]
            last = 10 if digit == 0 else last
        elif sign in TENS:
            section += (1 if digit is None else digit or 1) * TENS[sign]
            digit, last = None, TENS[sign]
        else:
            total = (
                (total + section + (digit or 0) or 1) * MYRIADS[sign]
                if sign == "亿"
                else (total + (section + (digit or 0) or 1) * MYRIADS[sign])
            )
            section, digit, last = 0, None, MYRIADS[sign]
    # 一百二 and 三万五: the last digit counts the next lower power.
    rest = (digit or 0) * (last // 10 if last > 10 and digit and len(written) > 2 else 1)
    return Fraction(total + section + rest)


def chinese_numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a Chinese text, from left to right."""
    found: list[Numeral] = []
    for reader in (_plans, _vague, _in_figures, _in_characters, roman_numerals):
        for numeral in reader(text):
            if not any(numeral.start < other.end and other.start < numeral.end for other in found):
                found.append(numeral)
    return iter(sorted(found, key=lambda numeral: numeral.start))


def _plans(text: str) -> Iterator[Numeral]:
    for match in PLAN.finditer(text):
        number = characters_number(match["late"] or match["early"])
        yield Numeral(*match.span(), number, is_ordinal=True, in_digits=False)


def _vague(text: str) -> Iterator[Numeral]:
    for match in VAGUE.finditer(text):
        number = _scale(match["scale"]) if match["scale"] else characters_number(match["tens"])
        yield Numeral(
            *match.span(), Fraction(number), in_digits=False, certainty=Certainty.DOUBTFUL
        )


def figures_number(written: str) -> tuple[Fraction, int]:
    """The number that digits with Chinese scales mean, and the scale of the last part."""
    total, scale = Fraction(0), 1
    for digits, signs in re.findall(rf"({_FIGURES})({_SCALE}*)", written):
        scale = _scale(signs)
        total += Fraction(re.sub(r"[,，\s\u00a0]", "", digits)) * scale
    return total, scale


def _in_figures(text: str) -> Iterator[Numeral]:
    for match in IN_FIGURES.finditer(text):
        number, scale = figures_number(match[0])
        yield Numeral(*match.span(), number, scale=scale)


def _in_characters(text: str) -> Iterator[Numeral]:
    for match in IN_CHARACTERS.finditer(text):
        number = characters_number(match[0])
        if number is not None:
            yield Numeral(*match.span(), number, in_digits=False)
        else:
            yield from _one_by_one(match)


def _teens(start: int, match: re.Match[str]) -> Iterator[Numeral]:
    """十五六: fifteen or sixteen."""
    tens = int(characters_number(match["tens"]) or 0)
    for group, first in (("one", 0), ("other", match.start("other"))):
        number = Fraction(tens + DIGITS[match[group]])
        yield Numeral(
            start + first,
            start + match.end(group),
            number,
            in_digits=False,
            certainty=Certainty.DOUBTFUL,
        )


def _one_by_one(match: re.Match[str]) -> Iterator[Numeral]:
    """三四 (three or four), 七八十 (seventy or eighty), 十七八: neither number is sure."""
    signs = match[0]
    if teens := TEENS.fullmatch(signs):
        yield from _teens(match.start(), teens)
        return
    tens = signs[-1] == "十" and len(signs) == LEAST_OF_A_CODE
    for offset, sign in enumerate(signs):
        if sign in DIGITS:
            start = match.start() + offset
            number = Fraction(DIGITS[sign] * (10 if tens else 1))
            doubt = Certainty.DOUBTFUL if offset < len(signs) - 1 or tens else Certainty.SURE
            yield Numeral(start, start + 1, number, in_digits=False, certainty=doubt)
