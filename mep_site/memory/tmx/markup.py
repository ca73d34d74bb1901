"""Formatted text as inline codes: ``<b>`` is a ``bpt``, ``</b>`` its ``ept``, ``<br/>`` a ``ph``.

What a code stands for is its content, so that nothing is lost in a tool that keeps the codes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from lxml import etree
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

from mep_site.foreign_xml import append_text, without_unwritable
from mep_site.internals import XmlElement

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*?(/?)>")
VOID = frozenset({"br", "hr", "embed", "img"})
# Whose content is text that belongs to the sentence; that of any other code is markup.
READ_THROUGH = frozenset({"hi"})
CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
HEADINGS = tuple(f"h{level}" for level in range(1, 7))
PLAIN_TAGS = (
    *("p", "br", "hr", "b", "strong", "i", "em", "sup", "sub", "del", "code", "blockquote"),
    *("ul", "ol", "li", *HEADINGS),
)


@dataclass(frozen=True)
class InlineCode:
    """A piece of markup: what it is in TMX, its number, the tag, and how it is written."""

    kind: str
    number: int
    tag: str
    markup: str


class ImportedMarkup(Whitelister):
    """What the editor could make; anything else in a file from elsewhere is dropped."""

    element_rules = {
        "[document]": allow_without_attributes,
        **dict.fromkeys(PLAIN_TAGS, allow_without_attributes),
        "a": attribute_rule({"href": check_url, "linktype": True, "id": True}),
        "embed": attribute_rule(
            {"embedtype": True, "id": True, "format": True, "alt": True, "url": check_url}
        ),
    }


def codes_in(html: str) -> list[str | InlineCode]:
    """Texts and codes in their order; a tag without its counterpart is a code by itself."""
    matches = list(TAG.finditer(html))
    kinds = _kinds(matches)
    pieces: list[str | InlineCode] = []
    position = 0
    for match, (kind, number) in zip(matches, kinds, strict=True):
        pieces.append(unescape(html[position : match.start()]))
        pieces.append(InlineCode(kind, number, match[2].lower(), match[0]))
        position = match.end()
    pieces.append(unescape(html[position:]))
    return [piece for piece in pieces if piece != ""]


def _kinds(matches: list[re.Match[str]]) -> list[tuple[str, int]]:
    """For each tag whether it begins or ends a pair, and the number of the pair."""
    kinds: list[tuple[str, int]] = [("ph", 0)] * len(matches)
    opened: list[tuple[str, int]] = []
    number = 0
    for at, match in enumerate(matches):
        name = match[2].lower()
        if not match[1] and not match[3] and name not in VOID:
            opened.append((name, at))
        elif match[1] and opened and opened[-1][0] == name:
            number += 1
            kinds[opened.pop()[1]], kinds[at] = ("bpt", number), ("ept", number)
    return kinds


def segment(text: str, is_formatted: bool) -> XmlElement:
    """A text as the ``seg`` of a variant."""
    element = etree.Element("seg")
    for piece in codes_in(text) if is_formatted else [text]:
        if isinstance(piece, InlineCode):
            _append_code(element, piece)
        else:
            append_text(element, without_unwritable(piece))
    return element


def _append_code(parent: XmlElement, code: InlineCode) -> None:
    element = etree.SubElement(parent, code.kind)
    if code.kind != "ph":
        element.set("i", str(code.number))
    if code.kind != "ept":
        element.set("type", code.tag)
    element.text = without_unwritable(code.markup)


def read_segment(element: XmlElement) -> tuple[str, bool]:
    """What a ``seg`` says, and whether that is formatted.

    Codes that hold no markup of ours, as those of other tools may, are left out.
    """
    parts = list(_parts(element))
    if not any(is_markup for _, is_markup in parts):
        return "".join(text for text, _ in parts).strip(), False
    html = "".join(text if is_markup else escape(text, quote=False) for text, is_markup in parts)
    return ImportedMarkup().clean(html), True


def _parts(element: XmlElement) -> Iterator[tuple[str, bool]]:
    """Texts and tags in their order, each with whether it is a tag."""
    if element.text:
        yield element.text, False
    for child in element:
        if child.tag in READ_THROUGH:
            yield from _parts(child)
        elif child.tag in CODES and _is_ours(markup := (child.text or "").strip()):
            yield markup, True
        if child.tail:
            yield child.tail, False


def _is_ours(markup: str) -> bool:
    tag = TAG.fullmatch(markup)
    return bool(tag) and tag[2].lower() in ImportedMarkup.element_rules
