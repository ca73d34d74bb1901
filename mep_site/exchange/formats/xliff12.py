"""XLIFF 1.2 (OASIS Standard, 1 February 2008): one ``file`` for a page, one ``trans-unit`` a unit.

Paired tags are ``g``, others are ``x``. What they stand for and the fingerprints are contexts of
the unit, by the standard's own means; those of the page belong to a group around all units.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from lxml.builder import ElementMaker

from mep_site.foreign_xml import append_text
from mep_site.internals import XmlElement
from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages import Language

from ..texts.codes import Coded, CodeKind, TagCode, markup_of
from ..texts.documents import Document, SentPage, SentUnit
from ..texts.returned import ReturnedDocument, ReturnedPage, ReturnedUnit, UnreadableError
from .reading import below, language_tagged, only, read_number, read_state, text_from_codes
from .xml import (
    XML,
    joined_pieces,
    local_name,
    paired,
    parse_carefully,
    serialized,
    words_and_codes,
)

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
NAMES = {None: NAMESPACE}
MAKE = ElementMaker(namespace=NAMESPACE, nsmap=NAMES)
# What the types of contexts that are ours begin with.
OURS = "x-mep-"
TYPES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "a": "link", "br": "lb"}


# Out


def write_xliff12(document: Document) -> bytes:
    """The document as a file."""
    root = MAKE.xliff(version="1.2")
    root.extend(_file(document, page) for page in document.pages)
    return serialized(root)


def _file(document: Document, page: SentPage) -> XmlElement:
    header = MAKE.header(MAKE.note(page.title))
    if page.section:
        header.append(MAKE.note(page.section))
    attributes = {
        "original": f"page-{page.page_id}",
        "source-language": document.source_language.tag,
        "target-language": document.language.tag,
        "datatype": "html",
    }
    about = {"site": document.site, "page": str(page.page_id), "key": page.key}
    units = [_unit(document, segment) for segment in page.segments]
    return MAKE.file(header, MAKE.body(MAKE.group(_contexts(about), *units)), attributes)


def _contexts(values: Mapping[str, str]) -> XmlElement:
    group = MAKE("context-group", purpose="information")
    group.extend(
        MAKE.context(value, {"context-type": f"{OURS}{name}"})
        for name, value in values.items()
        if value
    )
    return group


def _unit(document: Document, segment: SentUnit) -> XmlElement:
    attributes = {
        "id": segment.unit,
        "datatype": "html" if segment.is_rich else "plaintext",
        f"{XML}space": "preserve",
    }
    if segment.max_length:
        attributes |= {"maxwidth": str(segment.max_length), "size-unit": "char"}
    unit = MAKE("trans-unit", attributes)
    unit.append(_text("source", segment.coded_source, document.source_language))
    target = _text("target", segment.coded_target, document.language)
    target.set("state", state_of(segment))
    unit.extend([target, _contexts(_about(segment))])
    unit.extend(MAKE.note(note) for note in (segment.label, *segment.hints))
    return unit


def _about(segment: SentUnit) -> dict[str, str]:
    """What comes back with a unit: fingerprints, state, and what its codes stand for."""
    source = {f"code-{number}": tag for number, tag in markup_of(segment.coded_source).items()}
    own = {f"own-code-{number}": tag for number, tag in segment.own_markup.items()}
    return {
        "seen": segment.seen,
        "base": segment.base,
        "state": segment.state or "",
        "required": " ".join(segment.required),
        **source,
        **own,
    }


def state_of(segment: SentUnit) -> str:
    """The state of a unit as XLIFF 1.2 names it."""
    if segment.state == UnitState.DONE:
        return "final" if segment.is_public else "translated"
    return "needs-translation" if segment.target else "new"


def _text(name: str, text: Coded, language: Language) -> XmlElement:
    root = MAKE(name, {f"{XML}lang": language.tag})
    open_elements = [root]
    for piece in text:
        inside = open_elements[-1]
        if isinstance(piece, str):
            append_text(inside, piece)
        elif piece.kind is CodeKind.CLOSING:
            open_elements.pop()
        else:
            element = _code(piece)
            inside.append(element)
            if piece.kind is CodeKind.OPENING:
                open_elements.append(element)
    return root


def _code(code: TagCode) -> XmlElement:
    kind = TYPES.get(code.tag, f"x-html-{code.tag}")
    name = "g" if code.kind is CodeKind.OPENING else "x"
    return MAKE(name, id=code.number, ctype=kind)


# Back


def read_xliff12(content: bytes) -> ReturnedDocument:
    """What came back in a file; :class:`UnreadableError` if it is none of ours."""
    root = parse_carefully(content)
    files = root.findall("file", NAMES)
    if local_name(root) != "xliff" or not files:
        raise UnreadableError(_("This is no XLIFF 1.2 file with texts in it."))
    sites = {_told(file.find("body/group", NAMES)).get("site", "") for file in files}
    found = {file.get("target-language", "") for file in files}
    pages = tuple(_returned_page(file) for file in files)
    return ReturnedDocument(only(sites), language_tagged(only(found)), pages)


def _told(element: XmlElement | None) -> dict[str, str]:
    """What our contexts say of a page or of a unit."""
    if element is None:
        return {}
    contexts = element.iterfind("context-group/context", NAMES)
    return below(OURS, {each.get("context-type", ""): each.text or "" for each in contexts})


def _returned_page(file: XmlElement) -> ReturnedPage:
    about = _told(file.find("body/group", NAMES))
    title = file.findtext("header/note", "", NAMES)
    units = tuple(_returned_unit(unit) for unit in file.iterfind(".//trans-unit", NAMES))
    return ReturnedPage(read_number(about.get("page")), about.get("key", ""), title, units)


def _returned_unit(unit: XmlElement) -> ReturnedUnit:
    about = _told(unit)
    markup = below("code-", about) | below("own-code-", about)
    target = unit.find("target", NAMES)
    coded = () if target is None else joined_pieces(_pieces(target, markup))
    required = about.get("required", "").split()
    text, fault = text_from_codes(coded, unit.get("datatype") == "html", markup, required)
    return ReturnedUnit(
        unit=unit.get("id", ""),
        text=text,
        state=_state(target),
        seen=about.get("seen", ""),
        base=about.get("base", ""),
        was=read_state(about.get("state")),
        fault=fault,
    )


def _state(target: Any) -> UnitState | None:
    """How far the unit is by what the tool says."""
    state = "" if target is None else target.get("state", "")
    if state in {"translated", "final", "signed-off"}:
        return UnitState.DONE
    return UnitState.IN_WORK if state else None


def _pieces(element: XmlElement, markup: Mapping[str, str]) -> Iterator[str | TagCode]:
    """Words and codes of an element, in their order."""
    return words_and_codes(element, lambda child: _piece(child, markup))


def _piece(child: XmlElement, markup: Mapping[str, str]) -> Iterator[str | TagCode]:
    name, number = local_name(child), child.get("id", "")
    tag = markup.get(number, "")
    if name == "g":
        yield from paired(number, tag, _pieces(child, markup))
    elif name == "mrk":
        yield from _pieces(child, markup)
    elif name in {"bpt", "bx"}:
        yield TagCode(number, CodeKind.OPENING, tag)
    elif name in {"ept", "ex"}:
        number = child.get("rid", number)
        yield TagCode(number, CodeKind.CLOSING, markup.get(number, ""))
    elif name:
        yield TagCode(number, CodeKind.SINGLE, tag)
