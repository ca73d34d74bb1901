"""Rich text as words and codes, as translators' tools know it, and back again.

A code stands for a tag. Its number is the same in the source and in the translation if the tag is
the same, so that a tool can tell what lacks. The tag of a sole paragraph is no code: it is there
whatever is written.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from html import escape
from html.parser import HTMLParser
from itertools import count
from typing import Any

from mep_site.foreign_xml import without_unwritable
from mep_site.translations.content.pins import EDITOR_KEYS

VOID = frozenset({"br", "embed", "hr", "img", "wbr"})
BLOCKS = frozenset({"p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote"})
PARAGRAPH = "p"
TAG_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9]*)")


class CodeKind(Enum):
    """Whether a code begins something, ends it, or stands by itself."""

    OPENING = "opening"
    CLOSING = "closing"
    SINGLE = "single"


@dataclass(frozen=True)
class TagCode:
    """A tag; ``markup`` is the tag as it opens, also where the code closes."""

    number: str
    kind: CodeKind
    markup: str

    @property
    def tag(self) -> str:
        found = TAG_NAME.match(self.markup)
        return found[1].lower() if found else ""

    @property
    def is_block(self) -> bool:
        """Whether it is the tag of a paragraph, a list or the like."""
        return self.tag in BLOCKS

    @property
    def html(self) -> str:
        return f"</{self.tag}>" if self.kind is CodeKind.CLOSING else self.markup


Coded = tuple[str | TagCode, ...]


def codes_of(text: Coded) -> list[TagCode]:
    """The codes that begin something or stand by themselves."""
    codes = (each for each in text if isinstance(each, TagCode))
    return [each for each in codes if each.kind is not CodeKind.CLOSING]


def markup_of(text: Coded) -> dict[str, str]:
    """The tags of a text by the numbers of its codes."""
    return {code.number: code.markup for code in codes_of(text)}


def words_between_codes(text: Coded) -> str:
    """The words without the codes."""
    return "".join(each for each in text if isinstance(each, str))


def coded(html: str, beside: Coded = ()) -> Coded:
    """A rich text as words and codes, numbered as those of the text ``beside`` where they agree."""
    reader = _TagReader()
    reader.feed(EDITOR_KEYS.sub("", without_unwritable(html)))
    reader.close()
    return _numbered(_without_sole_paragraph(reader.found()), beside)


def html_of_codes(text: Coded) -> str:
    """The rich text that words and codes make."""
    html = "".join(
        each.html if isinstance(each, TagCode) else escape(each, quote=False) for each in text
    )
    has_blocks = any(code.is_block for code in codes_of(text))
    return html if has_blocks or not html else f"<{PARAGRAPH}>{html}</{PARAGRAPH}>"


def canonical(html: str) -> str:
    """The rich text as it comes back if nobody changes anything."""
    return html_of_codes(coded(html))


class _TagReader(HTMLParser):
    """Makes codes of tags, numbered as they come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str | TagCode] = []
        self._open: list[TagCode] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        kind = CodeKind.SINGLE if tag in VOID else CodeKind.OPENING
        code = TagCode(str(len(self._pieces)), kind, self.get_starttag_text() or f"<{tag}>")
        self._pieces.append(code)
        if kind is CodeKind.OPENING:
            self._open.append(code)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(code.tag == tag for code in self._open):
            while self._close().tag != tag:
                pass

    def _close(self) -> TagCode:
        code = self._open.pop()
        self._pieces.append(replace(code, kind=CodeKind.CLOSING))
        return code

    def handle_data(self, data: str) -> None:
        if self._pieces and isinstance(self._pieces[-1], str):
            self._pieces[-1] += data
        else:
            self._pieces.append(data)

    def found(self) -> Coded:
        """What was read, with all that was opened closed."""
        while self._open:
            self._close()
        return tuple(self._pieces)


def _without_sole_paragraph(text: Coded) -> Coded:
    blocks = [code for code in codes_of(text) if code.is_block]
    if len(blocks) != 1 or blocks[0].markup != f"<{PARAGRAPH}>":
        return text
    ends = text[0], text[-1]
    is_around = all(isinstance(end, TagCode) and end.number == blocks[0].number for end in ends)
    return text[1:-1] if is_around else text


def _numbered(text: Coded, beside: Coded) -> Coded:
    """The text with numbers from 1 on; that of a code beside it for the same tag.

    A link that leads elsewhere in a translation is still the same link.
    """
    own, others = codes_of(text), codes_of(beside)
    numbers: dict[str, str] = {}
    for is_same in (_are_equal, _are_alike):
        for code in own:
            match = next((each for each in others if is_same(code, each)), None)
            if code.number not in numbers and match:
                numbers[code.number] = match.number
                others.remove(match)
    new = count(len(codes_of(beside)) + 1)
    numbers |= {each.number: str(next(new)) for each in own if each.number not in numbers}
    return tuple(
        replace(each, number=numbers[each.number]) if isinstance(each, TagCode) else each
        for each in text
    )


def _are_equal(one: TagCode, other: TagCode) -> bool:
    return one.markup == other.markup


def _are_alike(one: TagCode, other: TagCode) -> bool:
    return one.tag == other.tag
