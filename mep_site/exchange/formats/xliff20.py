"""XLIFF 2.0 (OASIS Standard, 5 August 2014), which 2.1 reads too: one ``file`` for a page.

Paired tags are ``pc``, others are ``ph``; what they stand for is the ``originalData`` of the unit.
Fingerprints and keys are metadata, by the module for it, which every tool must keep.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _
from lxml.builder import ElementMaker

from mep_site.foreign_xml import append_text
from mep_site.internals import XmlElement
from mep_site.terms.matching import TermEntry
from mep_site.translations.freshness.progress import UnitState

from ..texts.codes import Coded, CodeKind, TagCode
from ..texts.documents import Document, SentPage, SentUnit, term_hint
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

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLOSSARIES = "urn:oasis:names:tc:xliff:glossary:2.0"
NAMES = {None: NAMESPACE, "mda": METADATA, "gls": GLOSSARIES}
MAKE = ElementMaker(namespace=NAMESPACE, nsmap=NAMES)
GLOSSARY = ElementMaker(namespace=GLOSSARIES, nsmap=NAMES)
META = ElementMaker(namespace=METADATA, nsmap=NAMES)
CATEGORY = "mep-site"
DATA = "originalData/data"
LINKS, EMPHASES = {"a": "link"}, {"strong": "xlf:b", "b": "xlf:b", "em": "xlf:i", "i": "xlf:i"}
NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]")
ESCAPED = re.compile(r":([0-9a-f]{1,6}):")


def as_token(unit: str) -> str:
    """The id of a unit as an NMTOKEN."""
    return NO_TOKEN.sub(lambda match: f":{ord(match[0]):x}:", unit)


def from_token(token: str) -> str:
    """The id of a unit that was written so."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), token)


# Out


def write_xliff20(document: Document) -> bytes:
    """The document as a file."""
    root = MAKE.xliff(
        version="2.0", srcLang=document.source_language.tag, trgLang=document.language.tag
    )
    root.extend(_file(document, page) for page in document.pages)
    return serialized(root)


def _file(document: Document, page: SentPage) -> XmlElement:
    about = {"site": document.site, "page": str(page.page_id), "key": page.key}
    return MAKE.file(
        _metadata(about),
        _notes(filter(None, (page.title, page.section))),
        *(_unit(segment) for segment in page.segments),
        id=f"page-{page.page_id}",
    )


def _metadata(values: Mapping[str, str]) -> XmlElement:
    group = META.metaGroup(category=CATEGORY)
    group.extend(META.meta(value, type=name) for name, value in values.items() if value)
    return META.metadata(group)


def _notes(notes: Iterable[str]) -> XmlElement:
    return MAKE.notes(*(MAKE.note(note) for note in notes))


def _unit(segment: SentUnit) -> XmlElement:
    about = {
        "text": "html" if segment.is_rich else "plain",
        "seen": segment.seen,
        "base": segment.base,
        "state": segment.state or "",
    }
    attributes = {"id": as_token(segment.unit), "canResegment": "no", f"{XML}space": "preserve"}
    unit = MAKE.unit(_metadata(about), attributes)
    if segment.terms:
        unit.append(GLOSSARY.glossary(*map(_gloss, segment.terms)))
    unit.append(_notes((segment.label, *segment.notes)))
    data = _original_data(segment)
    if len(data):
        unit.append(data)
    part = MAKE.segment(_text("source", segment.coded_source, segment), state=_state_of(segment))
    if segment.target:
        part.append(_text("target", segment.coded_target, segment))
    unit.append(part)
    return unit


def _gloss(entry: TermEntry) -> XmlElement:
    """A term by the module for glossaries; what must not stand for it is told in words."""
    gloss = GLOSSARY.glossEntry(GLOSSARY.term(entry.chinese))
    gloss.extend(GLOSSARY.translation(each) for each in entry.approved)
    if entry.forbidden:
        gloss.append(GLOSSARY.definition(term_hint(entry)))
    return gloss


def _state_of(segment: SentUnit) -> str:
    if segment.state == UnitState.DONE:
        return "final" if segment.is_public else "translated"
    return "initial"


def _original_data(segment: SentUnit) -> XmlElement:
    """What the codes stand for: of the source, then what the translation has otherwise."""
    codes = (*segment.coded_source, *segment.coded_target)
    tags = {_reference(code, segment): code.html for code in codes if isinstance(code, TagCode)}
    return MAKE.originalData(*(MAKE.data(html, id=name) for name, html in tags.items()))


def _reference(code: TagCode, segment: SentUnit) -> str:
    """The id of what a code stands for."""
    if code.kind is CodeKind.CLOSING:
        return f"end-{code.number}"
    is_own = segment.own_markup.get(code.number) == code.markup
    return f"{'own-' if is_own else ''}code-{code.number}"


def _text(name: str, text: Coded, segment: SentUnit) -> XmlElement:
    root = MAKE(name, {f"{XML}space": "preserve"})
    open_elements = [root]
    for piece in text:
        if isinstance(piece, str):
            append_text(open_elements[-1], piece)
        elif piece.kind is CodeKind.CLOSING:
            open_elements.pop().set("dataRefEnd", _reference(piece, segment))
        else:
            element = _code(piece, segment)
            open_elements[-1].append(element)
            if piece.kind is CodeKind.OPENING:
                open_elements.append(element)
    return root


def _code(code: TagCode, segment: SentUnit) -> XmlElement:
    is_pair = code.kind is CodeKind.OPENING
    attributes = {
        "id": code.number,
        "dataRefStart" if is_pair else "dataRef": _reference(code, segment),
        "canCopy": "no",
        "canDelete": "no" if code.number in segment.required else "yes",
        "type": LINKS.get(code.tag, "fmt"),
    }
    if code.tag in EMPHASES:
        attributes["subType"] = EMPHASES[code.tag]
    return MAKE("pc" if is_pair else "ph", attributes)


# Back


def read_xliff20(content: bytes) -> ReturnedDocument:
    """What came back in a file; :class:`UnreadableError` if it is none of ours."""
    root = parse_carefully(content)
    files = root.findall("file", NAMES)
    if local_name(root) != "xliff" or not files:
        raise UnreadableError(_("This is no XLIFF 2.0 file with texts in it."))
    site = only({_about(file).get("site", "") for file in files})
    language = language_tagged(root.get("trgLang", ""))
    return ReturnedDocument(site, language, tuple(_returned_page(file) for file in files))


def _about(element: XmlElement) -> dict[str, str]:
    """What our metadata says of a file or of a unit."""
    found = element.iterfind(f"mda:metadata/mda:metaGroup[@category='{CATEGORY}']/mda:meta", NAMES)
    return {meta.get("type", ""): meta.text or "" for meta in found}


def _returned_page(file: XmlElement) -> ReturnedPage:
    about = _about(file)
    units = tuple(_returned_unit(unit) for unit in file.iterfind(".//unit", NAMES))
    title = file.findtext("notes/note", "", NAMES)
    return ReturnedPage(read_number(about.get("page")), about.get("key", ""), title, units)


def _returned_unit(unit: XmlElement) -> ReturnedUnit:
    about = _about(unit)
    data = {each.get("id", ""): each.text or "" for each in unit.iterfind(DATA, NAMES)}
    markup = below("code-", data) | below("own-code-", data)
    targets = _in_order(unit)
    text, fault = text_from_codes(
        joined_pieces(piece for target in targets for piece in _pieces(target, markup)),
        about.get("text") == "html",
        markup,
        _required(unit),
    )
    return ReturnedUnit(
        unit=from_token(unit.get("id", "")),
        text=text,
        state=_state(unit),
        seen=about.get("seen", ""),
        base=about.get("base", ""),
        was=read_state(about.get("state")),
        fault=fault,
    )


def _in_order(unit: XmlElement) -> list[XmlElement]:
    """The targets of the parts of a unit, which a tool may have divided, in their order."""
    parts = [each for each in unit if local_name(each) in {"segment", "ignorable"}]
    found = [(part, part.find("target", NAMES)) for part in parts]
    if all(target is None for _part, target in found):
        return []
    placed = [
        (read_number(target.get("order")) if target is not None else 0, place, part, target)
        for place, (part, target) in enumerate(found, start=1)
    ]
    placed.sort(key=lambda each: each[0] or each[1])
    return [
        part.find("source", NAMES) if target is None and local_name(part) == "ignorable" else target
        for _order, _place, part, target in placed
        if target is not None or local_name(part) == "ignorable"
    ]


def _required(unit: XmlElement) -> list[str]:
    """The codes that must not be deleted."""
    return [
        code.get("id", "")
        for source in unit.iterfind("segment/source", NAMES)
        for code in source.iterdescendants()
        if code.get("canDelete") == "no"
    ]


def _state(unit: XmlElement) -> UnitState | None:
    """How far the unit is by what the tool says; as far as the least of its parts."""
    states = {part.get("state", "initial") for part in unit.iterfind("segment", NAMES)}
    return UnitState.DONE if states <= {"translated", "reviewed", "final"} else UnitState.IN_WORK


def _pieces(element: XmlElement, markup: Mapping[str, str]) -> Iterator[str | TagCode]:
    """Words and codes of an element, in their order."""
    return words_and_codes(element, lambda child: _piece(child, markup))


def _piece(child: XmlElement, markup: Mapping[str, str]) -> Iterator[str | TagCode]:
    name, number = local_name(child), child.get("id", "")
    tag = markup.get(number, "")
    match name:
        case "pc":
            yield from paired(number, tag, _pieces(child, markup))
        case "mrk":
            yield from _pieces(child, markup)
        case "sc":
            yield TagCode(number, CodeKind.OPENING, tag)
        case "ec":
            number = child.get("startRef", number)
            yield TagCode(number, CodeKind.CLOSING, markup.get(number, ""))
        case "ph":
            yield TagCode(number, CodeKind.SINGLE, tag)
