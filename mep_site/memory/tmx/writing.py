"""Writes pairs as TMX, one after the other, so that a whole memory needs little memory."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import BinaryIO

from lxml import etree

from mep_site.foreign_xml import without_unwritable
from mep_site.internals import XmlElement
from mep_site.settings.languages import LANGUAGE_OF_MESSAGES
from mep_site.translations.languages import authoritative, get_language

from ..models import MemoryPair
from .markup import segment

TOOL = "mep-site"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def write_tmx(file: BinaryIO, pairs: Iterable[MemoryPair]) -> int:
    """Write the pairs, which are loaded ``with_origin``; returns how many they were."""
    written = 0
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        xml.write_doctype(DOCTYPE)
        with xml.element("tmx", version="1.4"):
            xml.write(_header())
            with xml.element("body"):
                for pair in pairs:
                    xml.write(_unit(pair))
                    written += 1
    return written


def _header() -> XmlElement:
    return etree.Element(
        "header",
        creationtool=TOOL,
        creationtoolversion="1",
        segtype="block",
        adminlang=LANGUAGE_OF_MESSAGES,
        srclang=authoritative().tag,
        datatype="html",
        creationdate=_moment(datetime.now(UTC)),
        **{"o-tmf": TOOL},
    )


def _unit(pair: MemoryPair) -> XmlElement:
    unit = etree.Element("tu", datatype="html" if pair.is_formatted else "plaintext")
    for name, value in _properties(pair).items():
        if value:
            etree.SubElement(unit, "prop", type=f"x-{name}").text = without_unwritable(value)
    source = _variant(unit, authoritative().tag)
    source.append(segment(pair.stored_chinese, bool(pair.chinese_html)))
    target = _variant(unit, get_language(pair.language).tag)
    if pair.published_at:
        target.set("creationdate", _moment(pair.published_at))
    if pair.translated_by:
        target.set("creationid", without_unwritable(pair.translated_by))
    target.append(segment(pair.stored_target, pair.is_formatted))
    return unit


def _properties(pair: MemoryPair) -> dict[str, str]:
    """Where the pair is from, and the keys of the texts around it."""
    page = str(pair.page_id or "")
    return {"page": page, "unit": pair.unit, "before": pair.before, "after": pair.after}


def _variant(unit: XmlElement, tag: str) -> XmlElement:
    return etree.SubElement(unit, "tuv", {LANG: tag})


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
