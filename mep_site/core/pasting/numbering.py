"""What is printed before the items of a list: numbers, letters, bullets."""

import re

from bs4 import Tag

ENUMERATION = re.compile(
    r"[(（]?[\w.]+[)）.．、:：]|第.+|\d[\d.]*|[一二三四五六七八九十]+|[㈠-㈩①-⑳]"
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
CHINESE = "〇一二三四五六七八九"


def take_marker(tag: Tag) -> str:
    """Take what Word prints before an item out of its text."""
    marks = tag.find_all(style=re.compile(r"mso-list:\s*ignore", re.IGNORECASE))
    text = "".join(mark.get_text() for mark in marks)
    for mark in marks:
        mark.extract()
    return text.strip()


def number_in(marker: str) -> str:
    """The marker if it numbers; bullets are letters of a font of symbols as often as not."""
    return marker if ENUMERATION.fullmatch(marker) else ""


def start_of(tag: Tag, attribute: str = "start", otherwise: int = 1) -> int:
    """The number in an attribute of a list or an item."""
    value = str(tag.get(attribute) or "")
    return int(value) if re.fullmatch(r"\d{1,6}", value) else otherwise


def printed(tag: Tag, item: Tag, position: int) -> str:
    """What a browser prints before an item of a numbered list."""
    kind = _kind_of_numbers(tag, item)
    if kind in {"a", "A"} and position <= len(LETTERS):
        number = LETTERS[position - 1]
    elif kind in {"i", "I"} and position < 40:
        number = _roman(position)
    elif kind == "一" and position < 100:
        return f"{_chinese(position)}、"
    else:
        number = str(position)
    return f"{number.upper() if kind in {'A', 'I'} else number}."


def _kind_of_numbers(tag: Tag, item: Tag) -> str:
    style = " ".join(str(each.get("style") or "") for each in (tag, item)).lower()
    kinds = {
        "lower-alpha": "a",
        "lower-latin": "a",
        "upper-alpha": "A",
        "upper-latin": "A",
        "lower-roman": "i",
        "upper-roman": "I",
        "cjk-ideographic": "一",
        "simp-chinese": "一",
        "trad-chinese": "一",
    }
    named = next((kind for name, kind in kinds.items() if name in style), None)
    return named or str(item.get("type") or tag.get("type") or "1")


def _roman(position: int) -> str:
    number = ""
    for value, letters in ROMAN:
        while position >= value:
            number += letters
            position -= value
    return number


def _chinese(position: int) -> str:
    tens, ones = divmod(position, 10)
    before = (CHINESE[tens] if tens > 1 else "") + ("十" if tens else "")
    return before + (CHINESE[ones] if ones or not tens else "")
