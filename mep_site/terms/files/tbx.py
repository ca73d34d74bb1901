"""Terms as TBX-Basic, the dialect of ISO 30042:2019 that the tools of translators exchange.

Written in the style DCA. Read are both styles, and TBX of 2008 (``martif``), which many tools still
write. TBX-Basic knows no period of validity, so that it is a note: ``valid: 2018-03-17/..``.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from lxml import etree

from mep_site.foreign_xml import CAREFULLY
from mep_site.internals import XmlElement
from mep_site.translations.languages import Language, authoritative, languages

from ..matching import TermKind
from .listed import (
    ListedPeriod,
    ListedRendering,
    ListedTerm,
    RefusedFileError,
    RefusedTermError,
)

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ROOTS = ("tbx", "martif")
ENTRIES = ("conceptEntry", "termEntry")
IN_LANGUAGE = ("langSec", "langSet")
OF_TERM = ("termSec", "tig", "ntig")
PREFERRED, ADMITTED, DEPRECATED = (
    f"{name}-admn-sts" for name in ("preferredTerm", "admittedTerm", "deprecatedTerm")
)
FORBIDDEN = (DEPRECATED, "supersededTerm-admn-sts")
VALID = "valid:"


def write_tbx(terms: Iterable[ListedTerm]) -> bytes:
    """The terms as a TBX file."""
    root = etree.Element(_tag("tbx"), nsmap={None: NAMESPACE})
    root.attrib.update({"type": "TBX-Basic", "style": "dca", LANG: authoritative().tag})
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(description, "sourceDesc"), "p", "Term base of the ministry's website")
    body = _add(_add(root, "text"), "body")
    for number, term in enumerate(terms, start=1):
        _write_term(_add(body, "conceptEntry", id=f"c{number}"), term)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: XmlElement, name: str, text: str = "", **attributes: str) -> XmlElement:
    element = etree.SubElement(parent, _tag(name), attributes)
    element.text = text or None
    return element


def _write_term(entry: XmlElement, term: ListedTerm) -> None:
    if term.definition:
        _add(entry, "descrip", term.definition, type="definition")
    _add(entry, "descrip", str(term.kind or TermKind.NAME), type="subjectField")
    if term.source:
        _add(entry, "admin", term.source, type="source")
    if term.note:
        _add(entry, "note", term.note)
    if term.period and str(term.period):
        _add(entry, "note", f"{VALID} {term.period}")
    chinese = _add(entry, "langSec")
    chinese.set(LANG, authoritative().tag)
    _add(_add(chinese, "termSec"), "term", term.chinese)
    for language in languages():
        own = [each for each in term.renderings if each.language == language.code]
        if own:
            section = _add(entry, "langSec")
            section.set(LANG, language.tag)
            _write_renderings(section, own)


def _write_renderings(section: XmlElement, renderings: list[ListedRendering]) -> None:
    preferred = next((each for each in renderings if not each.is_forbidden), None)
    for each in renderings:
        of_term = _add(section, "termSec")
        _add(of_term, "term", each.text)
        approved = PREFERRED if each is preferred else ADMITTED
        status = DEPRECATED if each.is_forbidden else approved
        _add(of_term, "termNote", status, type="administrativeStatus")
        if each.source:
            _add(of_term, "admin", each.source, type="source")
        if each.period and str(each.period):
            _add(of_term, "note", f"{VALID} {each.period}")


def parse_tbx(data: bytes) -> XmlElement:
    """The root of an XML file that is what it looks like; nothing else is opened for it."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**CAREFULLY))
    except etree.XMLSyntaxError as error:
        raise RefusedFileError(
            _("The file is damaged: it is no well-formed XML (line %(line)s).")
            % {"line": error.lineno}
        ) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and (list(declared.iterentities()) or list(root.iter(etree.Entity))):
        raise RefusedFileError(
            _("The file declares entities, which may hide other files. Save it without them.")
        )
    return root


def read_tbx(data: bytes) -> Iterator[ListedTerm | RefusedTermError]:
    """The terms of a TBX file, and an error for each entry that is none."""
    root = parse_tbx(data)
    if _name(root) not in ROOTS:
        raise RefusedFileError(
            _("This is no TBX file: its root is called “%(root)s”.") % {"root": _name(root)}
        )
    for number, entry in enumerate(_below(root, ENTRIES), start=1):
        place = _("entry %(id)s") % {"id": entry.get("id") or number}
        try:
            yield _read_entry(entry, place)
        except RefusedTermError as error:
            yield RefusedTermError(f"{place}: {error}")


def _name(element: XmlElement) -> str:
    return etree.QName(element).localname


def _below(element: XmlElement, names: tuple[str, ...]) -> Iterator[XmlElement]:
    return (each for each in element.iter(etree.Element) if _name(each) in names)


def _says(element: XmlElement, category: str) -> str | None:
    """What is said of it in a category: the name of an element (DCT), or its type (DCA)."""
    for each in _own(element):
        if category in {_name(each), each.get("type")}:
            return _text(each)
    return None


def _own(element: XmlElement) -> Iterator[XmlElement]:
    """What stands in an element, in groups or not, but not what is said of its parts."""
    for child in element.iterchildren(etree.Element):
        if _name(child) not in (*IN_LANGUAGE, *OF_TERM):
            yield child
            yield from _own(child)


def _text(element: XmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _notes(element: XmlElement) -> tuple[str | None, ListedPeriod | None]:
    """The first note, and the period that a note tells."""
    texts = [_text(each) for each in _own(element) if _name(each) == "note"]
    periods = [text.removeprefix(VALID).strip() for text in texts if text.startswith(VALID)]
    others = [text for text in texts if not text.startswith(VALID)]
    try:
        period = ListedPeriod.parse(periods[0]) if periods else None
    except ValueError as error:
        raise RefusedTermError(
            _("“%(text)s” is no period of validity.") % {"text": periods[0]}
        ) from error
    return (others[0] if others else None), period


def _read_entry(entry: XmlElement, place: str) -> ListedTerm:
    sections: dict[Language, list[XmlElement]] = {}
    for section in _below(entry, IN_LANGUAGE):
        language = _language(section.get(LANG) or section.get("lang") or "")
        if language:
            sections.setdefault(language, []).extend(_below(section, OF_TERM))
    chinese = [_term(each) for each in sections.pop(authoritative(), [])]
    if not any(chinese):
        raise RefusedTermError(_("There is no Chinese term."))
    note, period = _notes(entry)
    return ListedTerm(
        next(filter(None, chinese)),
        _kind(_says(entry, "subjectField")),
        _says(entry, "definition"),
        _says(entry, "source"),
        note,
        period,
        tuple(
            _read_rendering(each, language)
            for language, found in sections.items()
            for each in _preferred_first(found)
            if _term(each)
        ),
        frozenset((language.code, status) for language in sections for status in (False, True)),
        place,
    )


def _kind(text: str | None) -> TermKind | None:
    """The kind, if the file comes from here; elsewhere the field is any subject."""
    return TermKind(text) if text in set(TermKind) else None


def _language(tag: str) -> Language | None:
    """The language of the site that a tag names, without regard to regions."""
    primary = tag.lower().split("-")[0]
    return next((each for each in languages() if each.code.split("-")[0] == primary), None)


def _term(section: XmlElement) -> str:
    return next(map(_text, _below(section, ("term",))), "")


def _status(section: XmlElement) -> str:
    return _says(section, "administrativeStatus") or ""


def _preferred_first(sections: list[XmlElement]) -> list[XmlElement]:
    return sorted(sections, key=lambda each: _status(each) != PREFERRED)


def _read_rendering(section: XmlElement, language: Language) -> ListedRendering:
    period = _notes(section)[1]
    is_forbidden = _status(section) in FORBIDDEN
    source = _says(section, "source")
    return ListedRendering(language.code, _term(section), is_forbidden, source, period)
