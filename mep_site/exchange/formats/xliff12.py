"""XLIFF 1.2 (OASIS Standard, 1 February 2008): one ``file`` for a page, one ``trans-unit`` a unit.

Paired tags are ``g``, others are ``x``. What they stand for lies beside the unit in a namespace of
our own, as do the fingerprints; tools keep both.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree
from lxml.builder import ElementMaker

from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages import Language, languages

from ..texts.codes import Code, Coded, CodeKind
from ..texts.documents import Document, PageSegments, Segment
from ..texts.returned import (
    ReturnedDocument,
    ReturnedPage,
    ReturnedUnit,
    UnreadableError,
    restored,
)
from .xml import OURS, XML, append_text, joined, local_name, paired, parse_xml, serialized

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
MAKE = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE, "mep": OURS})
OWN = ElementMaker(namespace=OURS, nsmap={"mep": OURS})
TYPES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "a": "link", "br": "lb"}


def own(name: str) -> str:
    """The name of something of ours."""
    return f"{{{OURS}}}{name}"


# Out


def write_xliff12(document: Document) -> bytes:
    """The document as a file."""
    root = MAKE.xliff(version="1.2")
    root.extend(_file(document, page) for page in document.pages)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["mep"])
    return serialized(root)


def _file(document: Document, page: PageSegments) -> etree._Element:
    header = MAKE.header(MAKE.note(page.title))
    if page.section:
        header.append(MAKE.note(page.section))
    attributes = {
        "original": f"page-{page.page_id}",
        "source-language": document.source_language.tag,
        "target-language": document.language.tag,
        "datatype": "html",
        own("site"): document.site,
        own("page"): str(page.page_id),
        own("key"): page.key,
    }
    units = [_unit(document, segment) for segment in page.segments]
    return MAKE.file(header, MAKE.body(*units), attributes)


def _unit(document: Document, segment: Segment) -> etree._Element:
    attributes = {
        "id": segment.unit,
        "datatype": "html" if segment.is_rich else "plaintext",
        f"{XML}space": "preserve",
        own("seen"): segment.seen,
        own("base"): segment.base,
    }
    if segment.state:
        attributes[own("state")] = segment.state
    if segment.max_length:
        attributes |= {"maxwidth": str(segment.max_length), "size-unit": "char"}
    unit = MAKE("trans-unit", attributes)
    unit.append(_text("source", segment.coded_source, document.source_language))
    target = _text("target", segment.coded_target, document.language)
    target.set("state", state_of(segment))
    unit.append(target)
    unit.extend(MAKE.note(note) for note in (segment.label, *segment.notes))
    if segment.markup:
        unit.append(_codes(segment))
    return unit


def state_of(segment: Segment) -> str:
    """The state of a unit as XLIFF 1.2 names it."""
    if segment.state == UnitState.DONE:
        return "final" if segment.is_public else "translated"
    return "needs-translation" if segment.target else "new"


def _codes(segment: Segment) -> etree._Element:
    """What the codes stand for, and which of them a translation must have."""
    codes = OWN.codes(required=" ".join(segment.required))
    codes.extend(OWN.code(markup, id=number) for number, markup in segment.markup.items())
    return codes


def _text(name: str, text: Coded, language: Language) -> etree._Element:
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


def _code(code: Code) -> etree._Element:
    kind = TYPES.get(code.tag, f"x-html-{code.tag}")
    name = "g" if code.kind is CodeKind.OPENING else "x"
    return MAKE(name, id=code.number, ctype=kind)


# Back


def read_xliff12(content: bytes) -> ReturnedDocument:
    """What came back in a file; :class:`UnreadableError` if it is none of ours."""
    root = parse_xml(content)
    files = root.findall("file", {None: NAMESPACE})
    if local_name(root) != "xliff" or not files:
        raise UnreadableError(_("This is no XLIFF 1.2 file with texts in it."))
    sites = {file.get(own("site"), "") for file in files}
    found = {file.get("target-language", "") for file in files}
    if len(sites) != 1 or len(found) != 1:
        raise UnreadableError(
            _("The file holds several languages or sites. Send one file for each.")
        )
    return ReturnedDocument(
        sites.pop(), language_tagged(found.pop()), tuple(_returned_page(file) for file in files)
    )


def language_tagged(tag: str) -> Language:
    """The language of the site with this tag; :class:`UnreadableError` if it has none."""
    for language in languages():
        if language.tag.lower() == tag.lower():
            return language
    raise UnreadableError(
        _("The file is a translation into “%(tag)s”, which is no language of this site.")
        % {"tag": tag}
    )


def _returned_page(file: etree._Element) -> ReturnedPage:
    number = file.get(own("page"), "")
    title = file.findtext("header/note", "", {None: NAMESPACE})
    units = file.iterfind(".//trans-unit", {None: NAMESPACE})
    page_id = int(number) if number.isdecimal() else 0
    return ReturnedPage(page_id, file.get(own("key"), ""), title, tuple(map(_returned_unit, units)))


def _returned_unit(unit: etree._Element) -> ReturnedUnit:
    codes = unit.find(own("codes"))
    markup = {} if codes is None else {code.get("id", ""): code.text or "" for code in codes}
    required = [] if codes is None else codes.get("required", "").split()
    target = unit.find("target", {None: NAMESPACE})
    text, fault = _read_target(unit, target, markup, required)
    was = unit.get(own("state"))
    return ReturnedUnit(
        unit=unit.get("id", ""),
        text=text,
        state=_state(target),
        seen=unit.get(own("seen"), ""),
        base=unit.get(own("base"), ""),
        was=UnitState(was) if was in UnitState.values else None,
        fault=fault,
    )


def _read_target(
    unit: etree._Element,
    target: etree._Element | None,
    markup: Mapping[str, str],
    required: list[str],
) -> tuple[str | None, str]:
    if target is None:
        return "", ""
    text = joined(_pieces(target, markup))
    if not text:
        return "", ""
    if unit.get("datatype") == "html":
        return restored(text, markup, required)
    return "".join(each for each in text if isinstance(each, str)), ""


def _state(target: Any) -> UnitState | None:
    """How far the unit is by what the tool says."""
    state = "" if target is None else target.get("state", "")
    if state in {"translated", "final", "signed-off"}:
        return UnitState.DONE
    return UnitState.IN_WORK if state else None


def _pieces(element: etree._Element, markup: Mapping[str, str]) -> Iterator[str | Code]:
    """Words and codes of an element, in their order."""
    yield element.text or ""
    for child in element:
        yield from _piece(child, markup)
        yield child.tail or ""


def _piece(child: etree._Element, markup: Mapping[str, str]) -> Iterator[str | Code]:
    name, number = local_name(child), child.get("id", "")
    tag = markup.get(number, "")
    if name == "g":
        yield from paired(number, tag, _pieces(child, markup))
    elif name == "mrk":
        yield from _pieces(child, markup)
    elif name in {"bpt", "bx"}:
        yield Code(number, CodeKind.OPENING, tag)
    elif name in {"ept", "ex"}:
        number = child.get("rid", number)
        yield Code(number, CodeKind.CLOSING, markup.get(number, ""))
    elif name:
        yield Code(number, CodeKind.SINGLE, tag)
