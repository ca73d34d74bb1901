"""XML, read with care: a file may come from anybody.

No entity is resolved, nothing is fetched, and a file that declares a type of document is refused:
no format here needs one, and attacks do.
"""

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from lxml import etree

from mep_site.foreign_xml import CAREFULLY
from mep_site.internals import XmlElement

from ..texts.codes import Coded, CodeKind, TagCode
from ..texts.returned import UnreadableError

XML = "{http://www.w3.org/XML/1998/namespace}"
# The elements that hold words and codes.
TEXTS = frozenset({"source", "target"})
BEGINNING = re.compile(r"<(?:\w+:)?xliff\b[^>]*?\bversion\s*=\s*[\"']([\d.]+)", re.DOTALL)


def is_xliff(version: str, content: bytes) -> bool:
    """Whether a file says that it is XLIFF of a version that begins so."""
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    start = content[:200_000].decode(encoding, "replace")
    found = BEGINNING.search(start)
    return found is not None and found[1].startswith(version)


def parse_carefully(content: bytes) -> XmlElement:
    """The root of a document; :class:`UnreadableError` if it is damaged or hostile."""
    try:
        root = etree.fromstring(content, etree.XMLParser(**CAREFULLY))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise UnreadableError(
            _(
                "The file is damaged in line %(line)s, column %(column)s, and nothing was taken "
                "from it. Export it from your tool once more. (%(reason)s)"
            )
            % {"line": line, "column": column, "reason": error.msg}
        ) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(
            _(
                "The file declares a type of document (DOCTYPE). No file that this site exports "
                "does; it may be an attack, and nothing was taken from it."
            )
        )
    return root


def serialized(root: XmlElement) -> bytes:
    """A document as a file, a line for each element; nothing is put between words and codes."""
    _indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _indent(element: XmlElement, margin: str) -> None:
    if local_name(element) in TEXTS or not len(element):
        return
    element.text = f"{margin}  "
    for child in element:
        _indent(child, f"{margin}  ")
        child.tail = f"{margin}  "
    element[-1].tail = margin


def local_name(element: XmlElement) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def paired(number: str, markup: str, inner: Iterator[str | TagCode]) -> Iterator[str | TagCode]:
    """What stands between two codes, with these around it."""
    yield TagCode(number, CodeKind.OPENING, markup)
    yield from inner
    yield TagCode(number, CodeKind.CLOSING, markup)


def words_and_codes(
    element: XmlElement, piece: Callable[[XmlElement], Iterator[str | TagCode]]
) -> Iterator[str | TagCode]:
    """Words and codes of an element in their order; ``piece`` reads one of its elements."""
    yield element.text or ""
    for child in element:
        yield from piece(child)
        yield child.tail or ""


def joined_pieces(pieces: Iterator[str | TagCode]) -> Coded:
    """Pieces as words and codes, with no two runs of words in a row."""
    result: list[str | TagCode] = []
    for piece in pieces:
        if isinstance(piece, str) and result and isinstance(result[-1], str):
            result[-1] += piece
        elif piece != "":
            result.append(piece)
    return tuple(result)
