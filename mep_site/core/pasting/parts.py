"""The parts that a copied text consists of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from .formatted_lines import Line, line_of

DECIMAL = re.compile(r"[(（]?(\d+)[)）.．、]?")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    line: Line


@dataclass(frozen=True)
class Heading:
    line: Line
    level: int


@dataclass(frozen=True)
class Table:
    """A table whose merged cells are filled: a heading for each column, and rows of texts."""

    caption: str
    headings: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class ListItem:
    """What stands in an item of a list: paragraphs, and lists below it.

    ``number`` is what is printed before it, such as ``1.`` or ``（一）``; empty if it has a bullet.
    """

    parts: "list[Part]" = field(default_factory=list)
    number: str = ""

    @property
    def count(self) -> int | None:
        """Its number as an integer; ``None`` if it has none or one of another kind."""
        found = DECIMAL.fullmatch(self.number)
        return int(found[1]) if found else None

    def with_number(self) -> "list[Part]":
        """Its parts, with the number among their words."""
        if not self.number:
            return self.parts
        space = "" if self.number[-1] in "、）．" else " "
        number = line_of(f"{self.number}{space}")
        match self.parts:
            case [Paragraph(line), *others]:
                return [Paragraph(number + line), *others]
        return [Paragraph(line_of(self.number)), *self.parts]


@dataclass(frozen=True)
class Listing:
    items: list[ListItem]

    @property
    def is_numbered(self) -> bool:
        return bool(self.items[0].number)

    @property
    def counts_from_one(self) -> bool:
        """Whether the numbers are those that the site itself would give: 1, 2, 3."""
        return [item.count for item in self.items] == list(range(1, len(self.items) + 1))


@dataclass(frozen=True)
class NestedItem:
    """An item of a list that says itself how deep it is nested, as Word's paragraphs do."""

    level: int
    item: ListItem


Part = Paragraph | Heading | Table | Listing | NestedItem


def with_lists(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with lists made of entries that follow one another."""
    for is_entry, group in groupby(parts, key=lambda part: isinstance(part, NestedItem)):
        run = list(group)
        yield from nested(run) if is_entry else run


def nested(entries: list[NestedItem]) -> list[Listing]:
    """Lists made of these entries, the deeper ones inside the item that they follow."""
    found: list[Listing] = []
    level = min(entry.level for entry in entries)
    for is_deeper, group in groupby(entries, key=lambda entry: entry.level > level):
        if not is_deeper:
            _append((entry.item for entry in group), found)
        elif found:
            found[-1].items[-1].parts.extend(nested(list(group)))
        else:
            found += nested(list(group))
    return found


def _append(items: Iterable[ListItem], listings: list[Listing]) -> None:
    """Add items to the last list, or to a new one where they do not go on counting."""
    for item in items:
        if listings and _goes_on(listings[-1].items[-1], item):
            listings[-1].items.append(item)
        else:
            listings.append(Listing([item]))


def _goes_on(last: ListItem, item: ListItem) -> bool:
    if last.count is not None and item.count is not None:
        return item.count == last.count + 1
    return last.count == item.count and bool(last.number) == bool(item.number)
