"""Reads what was copied, HTML or plain text, into its parts."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.html import format_html
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from . import styles
from .formatted_lines import BREAK, Format, Line, joined, line_of, links_in, paragraphs, text_of
from .losses import Loss, Losses
from .numbering import number_in, printed, start_of, take_marker
from .parts import (
    Heading,
    Listing,
    ListItem,
    NestedItem,
    Paragraph,
    Part,
    Table,
    nested,
    with_lists,
)
from .tables import TooLargeError, read_table, table_cells

# Deeper nesting is nobody's text; what is in it is read as plain words.
DEEPEST = 80

IGNORED = frozenset(
    {"head", "style", "script", "template", "noscript", "title", "meta", "link", "xml", "colgroup"}
)
PICTURES = frozenset({"img", "picture", "v:imagedata"})
OBJECTS = frozenset(
    {
        *("svg", "canvas", "object", "embed", "iframe", "video", "audio", "math", "m:omath"),
        *("button", "input", "select", "textarea"),
    }
)
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"),
        *("html", "li", "main", "nav", "p", "pre", "section", "summary", "td", "th", "tr"),
        *("caption", "tbody", "thead", "tfoot", "menu"),
    }
)
LISTS = frozenset({"ul", "ol", "menu", "dir"})
FRAGMENT = "data-draftjs-conductor-fragment"

FOOTNOTE = re.compile(r"#_?(?:ftn|edn|sdfootnote|sdendnote|ftnt|fn|footnote)")
COMMENT = re.compile(r"#(?:_?msocom|cmnt)")
FEATURES = ["bold", "link", "document-link", "superscript", "subscript", "ul", "ol"]

# Gives the attributes of a link to a page of this site, empty if the address is of none.
FindPage = Callable[[str], str]


@dataclass
class Copied:
    """What was copied: its parts, and what was lost on the way."""

    parts: list[Part]
    losses: Losses


def read_text(text: str) -> Copied:
    """Plain text: a paragraph for each line."""
    lines = (line_of(line) for line in text.splitlines())
    return Copied([Paragraph(each) for line in lines for each in paragraphs(line)], Losses())


def read_html(html: str, find_page: FindPage = lambda _: "") -> Copied:
    """What a program or a browser copied as HTML."""
    soup = BeautifulSoup(_without_editor(html), "html.parser")
    losses = Losses()
    reader = _Reader(styles.StyleSheet(soup), losses, find_page)
    parts = reader.parts_of(soup, Format())
    losses[Loss.RAISED_IN_CALC] += soup.find(attrs={"sdnum": True}) is not None
    levels = {part.level for part in parts if isinstance(part, Heading)}
    if len(levels) > 1:
        losses[Loss.HEADING_LEVELS] += 1
    return Copied(parts, losses)


def _without_editor(html: str) -> str:
    """The HTML; what was copied in the site's own editor lies in it as the editor stores it."""
    if FRAGMENT not in html:
        return html
    tag = BeautifulSoup(html, "html.parser").find(attrs={FRAGMENT: True})
    try:
        return ContentstateConverter(FEATURES).to_database_format(tag[FRAGMENT])
    except (KeyError, TypeError, ValueError, AttributeError):
        return html


class _Reader:
    """Walks through the elements; ``line`` is the one that is being read."""

    def __init__(
        self, sheet: styles.StyleSheet, losses: Losses, find_page: FindPage, depth: int = 0
    ) -> None:
        self.sheet, self.losses, self.find_page, self.depth = sheet, losses, find_page, depth
        self.parts: list[Part] = []
        self.line: Line = []

    def parts_of(self, nodes: Iterable[Any], format_: Format) -> list[Part]:
        """The parts that these nodes consist of."""
        inner = _Reader(self.sheet, self.losses, self.find_page, self.depth)
        inner._read_all(nodes, format_)
        inner._end_line()
        return list(with_lists(inner.parts))

    def _read_all(self, nodes: Iterable[Any], format_: Format) -> None:
        for node in list(nodes):
            if isinstance(node, Tag):
                self._read(node, format_)
            elif type(node) is NavigableString:
                self._add(node, format_)

    def _add(self, text: str, format_: Format) -> None:
        self.line += line_of(text, format_)

    def _end_line(self) -> None:
        self.parts += [Paragraph(line) for line in paragraphs(self.line)]
        self.line = []

    def _read(self, tag: Tag, format_: Format) -> None:
        style = self.sheet.style(tag)
        if self._is_left_out(tag, style):
            return
        if self.depth > DEEPEST:
            self._add(tag.get_text(" "), format_)
            return
        self.depth += 1
        self._note_losses(tag, style)
        self._read_kind(tag, style, styles.with_style(tag, style, format_))
        self.depth -= 1

    def _is_left_out(self, tag: Tag, style: styles.Style) -> bool:
        """Whether nothing of the element is kept; counts what readers would miss."""
        if tag.name in IGNORED or styles.is_hidden(style):
            return True
        if styles.is_comment(tag, style) or COMMENT.match(tag.get("href") or ""):
            self.losses[Loss.COMMENTS] += tag.name not in {"div", "p"}
            return True
        kinds = {Loss.PICTURES: PICTURES, Loss.OBJECTS: OBJECTS, Loss.DELETIONS: {"del"}}
        loss = next((loss for loss, names in kinds.items() if tag.name in names), None)
        if loss:
            self.losses[loss] += 1
        return loss is not None

    def _note_losses(self, tag: Tag, style: styles.Style) -> None:
        if styles.is_slanted_or_underlined(tag, style) and tag.get_text(strip=True):
            self.losses[Loss.EMPHASIS] += 1
        if styles.is_struck(tag, style) and tag.get_text(strip=True):
            self.losses[Loss.STRUCK] += 1

    def _read_kind(self, tag: Tag, style: styles.Style, format_: Format) -> None:
        """Read an element by what it is."""
        level = styles.heading_level(tag, style)
        if tag.name == "br":
            self._add(BREAK, format_)
        elif tag.name == "a":
            self._read_link(tag, format_)
        elif tag.name in LISTS:
            self._end_line()
            self.parts += self._list(tag, format_)
        elif tag.name == "table":
            self._end_line()
            self.parts += self._table(tag, format_)
        elif level:
            self._end_line()
            self.parts += self._heading(tag, style, level)
        elif styles.list_level(tag, style) and tag.name in BLOCKS:
            self._end_line()
            self.parts += self._entry(tag, style, format_)
        elif tag.name in BLOCKS:
            self._end_line()
            self._read_block(tag, format_)
            self._end_line()
        else:
            self._read_all(tag, format_)

    def _read_block(self, tag: Tag, format_: Format) -> None:
        if tag.name == "pre":
            for text in tag.find_all(string=True):
                text.replace_with(text.replace("\n", BREAK))
        self._read_all(tag, format_)

    # Links

    def _read_link(self, tag: Tag, format_: Format) -> None:
        begins_footnote = not self.line and FOOTNOTE.match(str(tag.get("href") or ""))
        self._read_all(tag, replace(format_, link=self._link(tag) or format_.link))
        if begins_footnote:
            self._add(" ", format_)

    def _link(self, tag: Tag) -> str:
        """The attributes of a link; empty if it leads nowhere that readers can reach."""
        address = str(tag.get("href") or "").strip()
        kept = _of_this_site(tag) or self.find_page(address) or _external(address)
        if address and not kept and tag.get_text(strip=True):
            loss = Loss.FOOTNOTES if FOOTNOTE.match(address) else Loss.LINKS
            self.losses[loss] += 1
        return kept

    # Headings

    def _heading(self, tag: Tag, style: styles.Style, level: int) -> Iterator[Part]:
        number = take_marker(tag) if styles.list_level(tag, style) else ""
        for part in self.parts_of(tag, Format()):
            if isinstance(part, Paragraph):
                (numbered,) = ListItem([part], number_in(number)).with_number()
                yield Heading(numbered.line, level)
                number = ""
            else:
                yield part

    # Lists

    def _entry(self, tag: Tag, style: styles.Style, format_: Format) -> Iterator[NestedItem]:
        """A paragraph that says by its style that it is an item of a list."""
        number = number_in(take_marker(tag))
        parts = self.parts_of(tag, format_)
        if parts:
            yield NestedItem(styles.list_level(tag, style), ListItem(parts, number))

    def _list(self, tag: Tag, format_: Format) -> Iterator[Part]:
        """The list, or its items where they say themselves how deep they are nested."""
        _make_regular(tag)
        entries = [NestedItem(*each) for each in self._items(tag, format_)]
        if any(entry.level for entry in entries):
            yield from entries
        elif entries:
            yield from nested(entries)

    def _items(self, tag: Tag, format_: Format) -> Iterator[tuple[int, ListItem]]:
        position = start_of(tag)
        last: ListItem | None = None
        for child in tag.find_all(recursive=False):
            parts = self._parts_of_child(child, format_)
            if child.name in LISTS and last:
                last.parts.extend(parts)
            elif parts:
                position = start_of(child, "value", position)
                number = printed(tag, child, position) if tag.name == "ol" else ""
                last = ListItem(parts, number)
                yield styles.list_level(child, self.sheet.style(child)), last
                position += 1

    def _parts_of_child(self, child: Tag, format_: Format) -> list[Part]:
        if child.name != "li":
            return self.parts_of([child], format_)
        style = self.sheet.style(child)
        if self._is_left_out(child, style):
            return []
        return self.parts_of(child, styles.with_style(child, style, format_))

    # Tables

    def _table(self, tag: Tag, format_: Format) -> Iterator[Part]:
        """The table; one that only arranges what is in it gives way to that."""
        rows = self._shown_cells(tag)
        if _arranges(rows):
            captions = tag.find_all("caption", recursive=False)
            for cell in chain(captions, *rows):
                yield from self.parts_of(cell, format_)
            return
        try:
            table, are_merged = read_table(tag, rows, self._text_of_cell)
        except TooLargeError:
            self.losses[Loss.LARGE_TABLES] += 1
            return
        self.losses[Loss.MERGED_CELLS] += are_merged
        if table:
            yield table

    def _shown_cells(self, tag: Tag) -> list[list[Tag]]:
        return [
            cells
            for cells in table_cells(tag)
            if cells and not styles.is_hidden(self.sheet.style(cells[0].parent))
        ]

    def _text_of_cell(self, cell: Tag) -> str:
        if self._is_left_out(cell, self.sheet.style(cell)):
            return ""
        lines = [line for part in self.parts_of(cell, Format()) for line in lines_in(part)]
        self.losses[Loss.PLAIN_LINKS] += sum(len(links_in(line)) for line in lines)
        return text_of(joined(lines, " "))


def lines_in(part: Part) -> Iterator[Line]:
    """The lines of a part, for a place that has no more than lines."""
    match part:
        case Paragraph(line) | Heading(line):
            yield line
        case Listing(items):
            for item in items:
                for inner in item.with_number():
                    yield from lines_in(inner)
        case Table(_, headings, rows):
            for row in (headings, *rows):
                if any(row):
                    yield line_of(" | ".join(row))


def _arranges(rows: list[list[Tag]]) -> bool:
    """Whether a table is there for its layout: one column, or tables in its cells."""
    is_one_column = all(len(row) <= 1 for row in rows)
    return is_one_column or any(cell.find("table") for row in rows for cell in row)


def _of_this_site(tag: Tag) -> str:
    """The attributes of a link that was copied from the site's own editor."""
    kind, key = tag.get("linktype"), str(tag.get("id") or "")
    if kind in {"page", "document"} and key.isdecimal():
        return format_html('linktype="{}" id="{}"', kind, key)
    return ""


def _external(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and parts.netloc
    is_other = parts.scheme in {"mailto", "tel"} and parts.path
    return format_html('href="{}"', address) if is_web or is_other else ""


def _make_regular(tag: Tag) -> None:
    """Make every item, also one that begins before another ends, a child of its list."""
    for item in tag.find_all("li"):
        if item.parent.name == "li" and item.find_parent(LISTS) is tag:
            item.parent.insert_after(item.extract())
    for text in tag.find_all(string=re.compile(r"\S"), recursive=False):
        if type(text) is NavigableString:
            text.wrap(Tag(name="li"))
