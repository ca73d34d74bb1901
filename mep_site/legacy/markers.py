"""The marks that stand before the items of a list."""

import re
from dataclasses import dataclass

# 1. 1) (1) 1、 – but not the point in "3.5 million"; a. (a); （一） 一、
ITEM = re.compile(
    r"^(?P<marker>[(（]?(?P<number>\d{1,3})(\.(?!\d)|[)）、])"
    r"|[(（][a-z][)）]|[a-z][.)](?=\s)"
    r"|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
    r"\s*(?P<text>\S.*)$"
)

# I. II. III. before the heading of a section.
ROMAN_SECTION = re.compile(r"^(?P<numeral>[IVX]{1,5})\.\s+\S")


@dataclass(frozen=True)
class Item:
    """An item of a list. ``number`` is ``None`` where the marker is a letter or Chinese."""

    text: str
    number: int | None


def parse_item(paragraph: str) -> Item | None:
    """The item that a paragraph is, ``None`` if it bears no marker."""
    match = ITEM.match(paragraph)
    if not match:
        return None
    return Item(match["text"], int(match["number"]) if match["number"] else None)


def without_marker(paragraph: str) -> str:
    """The paragraph without the marker of a list, if it bears one."""
    item = parse_item(paragraph)
    return item.text if item else paragraph


def counts_up(items: list[Item]) -> bool:
    """Whether the numbers run 1, 2, 3 … without a gap, so that a list can be numbered anew."""
    return [item.number for item in items] == list(range(1, len(items) + 1))
