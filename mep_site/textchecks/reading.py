"""A text as its readers see it: without markup, and what is found in it beside words.

A text is plain or rich. Rich text is what the editor stores: a small part of HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

TAGS = (
    "a|abbr|b|blockquote|br|code|dd|del|div|dl|dt|em|embed|h[1-6]|hr|i|img|ins|li|ol|p|q|s|small"
    "|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
MARKUP = re.compile(rf"</?(?:{TAGS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
ENDS_A_LINE = re.compile(r"blockquote|br|d[dlt]|div|h[1-6r]|li|[ou]l|p|table|t[dhr]")
LISTS = frozenset({"ul", "ol"})
MARKS_A_QUOTATION = frozenset({"blockquote", "q"})
# The sign of an item where a text has no markup: a bullet, or a number with a sign after it.
BULLET = re.compile(
    r"^[ \t\u3000]*(?:[▶►▪■●•·○◆※*–—-](?=\s)|[（(]?\d{1,2}[)）、]|\d{1,2}\.(?=\s)"
    r"|[（(]?[一二三四五六七八九十]{1,3}[)）、])\s*",
    re.MULTILINE,
)
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇]")
WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class ReadText:
    """What a text says, its links in their order, and the sizes of its lists and tables."""

    text: str
    hrefs: tuple[str, ...] = ()
    lists: tuple[int, ...] = ()
    tables: tuple[tuple[int, int], ...] = ()
    has_quotation: bool = False

    @cached_property
    def line(self) -> str:
        """The text on one line."""
        return WHITE_SPACE.sub(" ", self.text).strip()

    @cached_property
    def han(self) -> int:
        """How many Chinese characters it has."""
        return len(HAN.findall(self.text))


def reading_of(text: str) -> ReadText:
    """A text, plain or rich, as it is read."""
    is_rich = bool(MARKUP.search(text))
    if not is_rich and not ENTITY.search(text):
        return ReadText(text, lists=tuple(_lists_in(text)))
    reader = _Reader(is_rich)
    reader.feed(text if is_rich else text.replace("<", "&lt;"))
    reader.close()
    return reader.outcome


def _lists_in(text: str) -> Iterator[int]:
    """How many items the list of a plain text has; one alone is none."""
    items = len(BULLET.findall(text))
    if items > 1:
        yield items


@dataclass
class _Table:
    rows: int = 0
    cells: int = 0
    columns: int = 0

    def end_row(self) -> None:
        self.columns, self.cells = max(self.columns, self.cells), 0


@dataclass
class _Found:
    pieces: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    has_quotation: bool = False


class _Reader(HTMLParser):
    """Takes markup apart, whatever is wrong with it."""

    def __init__(self, is_rich: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found = _Found()
        self.open_lists: list[int] = []
        self.is_rich = is_rich

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = self.found
        self._begin(tag)
        if tag == "a":
            found.hrefs.append(_address(dict(attrs)))
        elif tag in LISTS:
            self.open_lists.append(len(found.lists))
            found.lists.append(0)
        elif tag == "li" and self.open_lists:
            found.lists[self.open_lists[-1]] += 1
        found.has_quotation |= tag in MARKS_A_QUOTATION

    def _begin(self, tag: str) -> None:
        tables = self.found.tables
        if tag == "table":
            tables.append(_Table())
        elif tag == "tr" and tables:
            tables[-1].end_row()
            tables[-1].rows += 1
        elif tag in {"td", "th"} and tables:
            tables[-1].cells += 1
        if ENDS_A_LINE.fullmatch(tag):
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS and self.open_lists:
            self.open_lists.pop()
        if ENDS_A_LINE.fullmatch(tag):
            self._end_line()

    def _end_line(self) -> None:
        if self.found.pieces and self.found.pieces[-1] != "\n":
            self.found.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if data:
            self.found.pieces.append(data)

    @property
    def outcome(self) -> ReadText:
        """What was found."""
        found = self.found
        for table in found.tables:
            table.end_row()
        text = "".join(found.pieces).strip("\n")
        return ReadText(
            text,
            tuple(filter(None, found.hrefs)),
            tuple(filter(None, found.lists)) if self.is_rich else tuple(_lists_in(text)),
            tuple((table.rows, table.columns) for table in found.tables),
            found.has_quotation,
        )


def _address(attributes: dict[str, str | None]) -> str:
    """Where a link leads; of a page or a document of the site, its kind and number."""
    kind, number = attributes.get("linktype"), attributes.get("id")
    # A document may exist once for each language.
    known = {"page": f"page:{number}", "document": "document:"}
    return known.get(kind or "", attributes.get("href") or "")
