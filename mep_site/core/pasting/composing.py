"""Makes of what was copied what its place can hold: blocks, items, one text, or one line."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

from .clipboard import Copied, lines_in
from .formatted_lines import BREAK, Line, html_of, joined, line_of, links_in, text_of
from .losses import Loss, Losses
from .parts import Heading, Listing, ListItem, Part, Table

RawBlock = dict[str, Any]

# A number that the site writes in every language as it was copied, but for the decimal comma.
PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,2})(?:\.\d{0,2}[1-9])?")
# Before the items of a list that stand as lines, and of those inside it.
BULLETS = ("• ", "– ")


def blocks_from_parts(copied: Copied, kinds: Collection[str]) -> list[RawBlock]:
    """A block for each part, of the kinds that the body has, as a StreamField stores them."""
    composer = _Composer(copied.losses, kinds)
    return [block for part in copied.parts for block in composer.blocks(part)]


def items_of(copied: Copied) -> list[str]:
    """The items that the list gets into which it was pasted, as formatted text."""
    composer = _Composer(copied.losses, ())
    return [html for part in copied.parts for html in composer.items(part)]


def text_for(copied: Copied, has_lists: bool) -> str:
    """All of it as one formatted text."""
    composer = _Composer(copied.losses, ())
    html = [composer.text(part, has_lists) for part in copied.parts]
    paragraphs = sum(each.count("<p>") + each.count("<li>") for each in html)
    if paragraphs > 1:
        copied.losses[Loss.PARAGRAPHS] += paragraphs
    return "".join(html)


def line_for(copied: Copied) -> str:
    """All of it as plain text, a line for each paragraph."""
    composer = _Composer(copied.losses, ())
    return "\n".join(text_of(line) for part in copied.parts for line in composer.lines(part))


class _Composer:
    """Notes what a place cannot hold while it makes something of the parts."""

    def __init__(self, losses: Losses, kinds: Collection[str]) -> None:
        self.losses, self.kinds = losses, kinds

    def blocks(self, part: Part) -> Iterator[RawBlock]:
        match part:
            case Heading(line):
                yield self._heading(line)
            case Table() if "table" in self.kinds:
                yield _block("table", _table(part))
            case Listing(items) if "list" not in self.kinds or not _is_as_printed(part):
                for item in items:
                    for inner in item.with_number():
                        yield from self.blocks(inner)
            case Listing():
                yield _block("list", _list(part, self.item))
            case _:
                for line in self.lines(part):
                    yield _block("paragraph", f"<p>{html_of(line)}</p>")

    def _heading(self, line: Line) -> RawBlock:
        if "heading" not in self.kinds:
            self.losses[Loss.HEADINGS] += 1
            return _block("paragraph", f"<p><b>{html_of(_plain(line))}</b></p>")
        self.losses[Loss.PLAIN_LINKS] += len(links_in(line))
        return _block("heading", text_of(line))

    def items(self, part: Part) -> Iterator[str]:
        if isinstance(part, Listing):
            for item in part.items:
                yield self.item(item, is_as_printed=_is_as_printed(part))
        else:
            for line in self.lines(part):
                yield f"<p>{html_of(line)}</p>"

    def item(self, item: ListItem, is_as_printed: bool = True) -> str:
        """The text of an item; lists in it stay lists."""
        parts = item.parts if is_as_printed else item.with_number()
        return "".join(self.text(part, has_lists=True) for part in parts)

    def text(self, part: Part, has_lists: bool) -> str:
        """A part inside one formatted text."""
        if isinstance(part, Listing) and has_lists:
            return self.nested_list(part)
        if isinstance(part, Listing):
            self.losses[Loss.LISTS] += 1
            return "".join(f"<p>{html_of(line)}</p>" for line in self._marked(part))
        return "".join(f"<p>{html_of(line)}</p>" for line in self.lines(part))

    def nested_list(self, listing: Listing) -> str:
        """A list as HTML. Numbers that a browser would not print stand among the words."""
        is_plain = _is_as_printed(listing)
        name = "ol" if is_plain and listing.is_numbered else "ul"
        inner = (
            self._inside(item.parts if is_plain else item.with_number()) for item in listing.items
        )
        return f"<{name}>{''.join(f'<li>{html}</li>' for html in inner)}</{name}>"

    def _inside(self, parts: list[Part]) -> str:
        """The inside of a nested item: lines, then the lists below them."""
        texts = (part for part in parts if not isinstance(part, Listing))
        lines = [line for part in texts for line in self.lines(part)]
        lists = (self.nested_list(part) for part in parts if isinstance(part, Listing))
        return html_of(joined(lines, BREAK)) + "".join(lists)

    def lines(self, part: Part) -> Iterator[Line]:
        """A part as lines; a table as one for each row."""
        if isinstance(part, Table):
            self.losses[Loss.TABLES] += 1
        if isinstance(part, Heading):
            self.losses[Loss.HEADINGS] += 1
        yield from lines_in(part)

    def _marked(self, listing: Listing, bullet: str = BULLETS[0]) -> Iterator[Line]:
        """The items as lines that begin with what was printed before them."""
        for item in listing.items:
            mark = line_of("" if item.number else bullet)
            for part in item.with_number():
                if isinstance(part, Listing):
                    yield from self._marked(part, BULLETS[1])
                    continue
                for line in self.lines(part):
                    yield mark + line
                    mark = []


def _block(kind: str, value: Any) -> RawBlock:
    return {"type": kind, "id": str(uuid4()), "value": value}


def _is_as_printed(listing: Listing) -> bool:
    """Whether the site would print the same bullets or numbers before the items."""
    return not listing.is_numbered or listing.counts_from_one


def _list(listing: Listing, text_of_item: Callable[[ListItem], str]) -> RawBlock:
    items = [_block("item", text_of_item(item)) for item in listing.items]
    return {"numbered": listing.is_numbered, "items": items}


def _plain(line: Line) -> Line:
    """The line without bold type, for one that is bold as a whole."""
    return [(letter, replace(format_, is_bold=False)) for letter, format_ in line]


def _table(table: Table) -> RawBlock:
    kinds = [_kind_of_column(at, column) for at, column in enumerate(_columns(table))]
    return {
        "caption": table.caption,
        "columns": [
            {"type": kind, "heading": heading}
            for kind, heading in zip(kinds, table.headings, strict=True)
        ],
        "rows": [
            {"values": [_value(kind, cell) for kind, cell in zip(kinds, row, strict=True)]}
            for row in table.rows
        ],
    }


def _columns(table: Table) -> list[tuple[str, ...]]:
    return list(zip(*table.rows, strict=True)) or [()] * len(table.headings)


def _kind_of_column(at: int, column: tuple[str, ...]) -> str:
    """Numbers that can be written as they were are facts; the first column heads the rows."""
    texts = [text for text in column if text]
    is_numeric = at > 0 and texts and all(PLAIN_NUMBER.fullmatch(text) for text in texts)
    return "number" if is_numeric else "text"


def _value(kind: str, cell: str) -> str | None:
    return (cell or None) if kind == "number" else cell
