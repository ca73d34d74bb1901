"""The marks that stand before the items of a list, the chapters and the sources of quotations."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ..reading.lines import Excerpt


class ListMarker(StrEnum):
    """The families of marks; lists of one family belong together."""

    NONE = "none"
    POINT = "1."
    BRACKET = "1)"
    BRACKETS = "(1)"
    LETTER = "a."
    CAPITAL = "A."
    CIRCLED = "①"
    ROMAN = "I."
    CHINESE = "一、"
    CHINESE_BRACKETS = "（一）"
    BULLET = "bullet"
    CHAPTER = "chapter"
    SOURCE = "source"


NUMBERED = frozenset(
    {
        ListMarker.POINT,
        ListMarker.BRACKET,
        ListMarker.BRACKETS,
        ListMarker.LETTER,
        ListMarker.CAPITAL,
        ListMarker.CIRCLED,
        ListMarker.ROMAN,
        ListMarker.CHINESE,
        ListMarker.CHINESE_BRACKETS,
    }
)
HAN_NUMERAL = "[一二三四五六七八九十]{1,3}"
SPELLED = {
    spelled: value
    for value, spellings in enumerate(
        ("yi yī", "er èr", "san sān", "si sì", "wu wǔ", "liu liù", "qi qī", "ba bā", "jiu jiǔ"),
        start=1,
    )
    for spelled in spellings.split()
}
SPELLED_NUMERAL = "|".join(SPELLED)
# The text after a mark, which has no mark of its own to it.
REST = r"\s*(?=\S)"
PATTERNS = (
    (ListMarker.CHAPTER, re.compile(r"[■◆]" + REST)),
    # ——, --- or — before the source of a quotation.
    (ListMarker.SOURCE, re.compile(r"(?:[—–―]+|-{2,})" + REST)),
    # - ▶ ► • in any combination; a hyphen or an asterisk needs a space after it.
    (ListMarker.BULLET, re.compile(r"(?:[▶►●•▪·◦○]\s*|[-*–]\s+)+(?=\S)")),
    # 1. 1、 but not the point in "3.5 million" or in "1.5.2014".
    (ListMarker.POINT, re.compile(r"(?P<value>\d{1,3})(?:[.．](?!\d)|、)" + REST)),
    (ListMarker.BRACKET, re.compile(r"(?P<value>\d{1,3})[)）]" + REST)),
    (ListMarker.BRACKETS, re.compile(r"[(（](?P<value>\d{1,3})[)）]" + REST)),
    (ListMarker.ROMAN, re.compile(r"(?P<value>[IVX]{1,5})[.、]\s+(?=\S)")),
    (
        ListMarker.LETTER,
        re.compile(r"(?:[(（](?P<inner>[a-zа-я])[)）]|(?P<value>[a-zа-я])[.)])\s+(?=\S)"),
    ),
    (ListMarker.CAPITAL, re.compile(r"(?P<value>[A-H])[.)]\s+(?=\S)")),
    (ListMarker.CIRCLED, re.compile(r"(?P<value>[①-⑳])" + REST)),
    # （yi） where Chinese was spelled out.
    (
        ListMarker.CHINESE_BRACKETS,
        re.compile(rf"[(（](?P<value>{SPELLED_NUMERAL})[)）]" + REST, re.I),
    ),
    (ListMarker.CHINESE, re.compile(rf"(?P<value>{SPELLED_NUMERAL})[、，]" + REST, re.I)),
    (ListMarker.CHINESE_BRACKETS, re.compile(rf"[(（](?P<value>{HAN_NUMERAL})[)）]" + REST)),
    (ListMarker.CHINESE, re.compile(rf"(?P<value>{HAN_NUMERAL})[、.．]" + REST)),
)
FIRST_OF = {ListMarker.LETTER: "a", ListMarker.CAPITAL: "A", ListMarker.CIRCLED: "①"}
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
HAN_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
NO_MARK_LONGER_THAN = 40


@dataclass(frozen=True)
class Marked:
    """A line taken apart: its mark, what the mark counts, and the text after it."""

    mark: ListMarker
    sign: Excerpt | None
    number: int | None
    rest: Excerpt


def split_mark(line: Excerpt) -> Marked:
    """The mark before a line and the line without it."""
    for mark, pattern in PATTERNS:
        match = pattern.match(line.text[:NO_MARK_LONGER_THAN])
        if match:
            groups = match.groupdict()
            value = groups.get("value") or groups.get("inner")
            number = number_in_marker(mark, value) if value else None
            return Marked(mark, line.part(0, match.end()), number, line.part(match.end()))
    return Marked(ListMarker.NONE, None, None, line)


def number_in_marker(mark: ListMarker, value: str) -> int | None:
    """The number that a mark counts."""
    if value.isdecimal():
        return int(value)
    if value.casefold() in SPELLED:
        return SPELLED[value.casefold()]
    if mark is ListMarker.ROMAN:
        return roman(value)
    if mark in FIRST_OF:
        first = FIRST_OF[mark] if value.isascii() or mark is ListMarker.CIRCLED else "а"
        return ord(value) - ord(first) + 1
    return han_number(value)


def roman(numeral: str) -> int:
    """The number that a Roman numeral up to 39 stands for."""
    values = [ROMAN_DIGITS[digit] for digit in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def han_number(numeral: str) -> int | None:
    """The number that Chinese numerals up to 99 stand for."""
    tens, ten, ones = numeral.partition("十") if "十" in numeral else ("", "", numeral)
    if any(part and part not in HAN_DIGITS for part in (tens, ones)):
        return None
    return (HAN_DIGITS.get(tens, 1) * 10 if ten else 0) + HAN_DIGITS.get(ones, 0)


def counts_up(numbers: list[int | None]) -> bool:
    """Whether numbers run 1, 2, 3 … without a gap, so that a list can be numbered anew."""
    return numbers == list(range(1, len(numbers) + 1))
