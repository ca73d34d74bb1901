"""Reads the pairs of a TMX file that anybody may have made, or tampered with.

No entity is resolved and no DTD loaded: a file that declares any is refused. What is no XML, no
TMX, or too large is refused as a whole with a sentence; a unit that cannot be used is counted.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from lxml import etree

from mep_site.foreign_xml import CAREFULLY
from mep_site.internals import XmlElement
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import has_text

from ..models import UnitRefusal
from .markup import read_segment
from .tags import language_named
from .writing import LANG, TOOL

LARGEST = 32 * 2**20
MOST_UNITS = 100_000
LONGEST = 20_000
BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
DECLARED_ENCODING = re.compile(r"""encoding\s*=\s*["']([^"']*)""")
DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(\[|>)", re.IGNORECASE)
ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"})
MOMENT = re.compile(r"\d{8}T\d{6}Z")
KEY = re.compile(r"[0-9a-f]{24}")

NOT_UNICODE = gettext_lazy(
    "The file is neither in UTF-8 nor in UTF-16. Save it as UTF-8 and import it again."
)


class RefusedTmxError(ValueError):
    """The file cannot be read; the message says why, for people."""


@dataclass(frozen=True)
class ReadPair:
    """A pair as a file has it, or why a unit of it is none (``refusal``)."""

    number: int
    chinese: str = ""
    target: str = ""
    chinese_is_formatted: bool = False
    target_is_formatted: bool = False
    created: datetime | None = None
    author: str = ""
    before: str = ""
    after: str = ""
    refusal: str = ""


def read_tmx(data: bytes, language: Language) -> Iterator[ReadPair]:
    """The pairs of Chinese and this language; :class:`RefusedTmxError` before or while reading."""
    text = _decoded(data)
    found = etree.iterparse(
        BytesIO(text.encode("utf-8")),
        events=("start", "end"),
        remove_comments=True,
        **CAREFULLY,
    )
    try:
        yield from _units(found, language)
    except etree.XMLSyntaxError as error:
        raise RefusedTmxError(
            _("The file is damaged: it is no well-formed XML (line %(line)d).")
            % {"line": error.lineno or 0}
        ) from error


def _decoded(data: bytes) -> str:
    """The text of the file without its declaration, if it is one that we read."""
    if len(data) > LARGEST:
        raise RefusedTmxError(
            _("The file is larger than %(size)s. Divide it and import the parts one by one.")
            % {"size": filesizeformat(LARGEST)}
        )
    bom = next((bom for bom in BOMS if data.startswith(bom)), b"")
    try:
        text = data[len(bom) :].decode(BOMS.get(bom, "utf-8"))
    except UnicodeDecodeError as error:
        raise RefusedTmxError(NOT_UNICODE) from error
    declared = DECLARATION.match(text)
    encoding = DECLARED_ENCODING.search(declared[0]) if declared else None
    if encoding and encoding[1].lower() not in ENCODINGS:
        raise RefusedTmxError(NOT_UNICODE)
    doctype = DOCTYPE.search(text)
    if "<!ENTITY" in text or (doctype and doctype[1] == "["):
        raise RefusedTmxError(
            _("The file declares entities, which no TMX file needs. It is not read.")
        )
    # Without the doctype, whose DTD is not loaded, an entity that is declared nowhere is an error.
    body = text[declared.end() :] if declared else text
    return DOCTYPE.sub("", body, count=1)


def _units(found: etree.iterparse, language: Language) -> Iterator[ReadPair]:
    _event, root = next(iter(found))
    if root.tag != "tmx":
        raise RefusedTmxError(_("The file is no TMX file: it has no <tmx> at its beginning."))
    number, is_ours = 0, False
    for event, element in found:
        if event == "start":
            continue
        if element.tag == "header":
            is_ours = element.get("creationtool") == TOOL
        elif element.tag == "tu":
            number += 1
            if number > MOST_UNITS:
                raise RefusedTmxError(
                    _("The file has more than %(number)d units. Divide it and import the parts.")
                    % {"number": MOST_UNITS}
                )
            yield _pair(element, number, language, is_ours)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _pair(unit: XmlElement, number: int, language: Language, is_ours: bool) -> ReadPair:
    variants = {}
    for variant in unit.iterchildren("tuv"):
        named = language_named(variant.get(LANG) or variant.get("lang") or "")
        if named and variant.find("seg") is not None:
            variants.setdefault("source" if named.is_authoritative else named.code, variant)
    source, target = variants.get("source"), variants.get(language.code)
    if source is None:
        return ReadPair(number, refusal=UnitRefusal.NO_CHINESE)
    if target is None:
        return ReadPair(number, refusal=UnitRefusal.NO_TRANSLATION)
    chinese, chinese_is_formatted = read_segment(source.find("seg"))
    translation, target_is_formatted = read_segment(target.find("seg"))
    if not has_text(chinese):
        return ReadPair(number, refusal=UnitRefusal.NO_CHINESE)
    if not has_text(translation):
        return ReadPair(number, refusal=UnitRefusal.NO_TRANSLATION)
    if max(len(chinese), len(translation)) > LONGEST:
        return ReadPair(number, refusal=UnitRefusal.TOO_LONG)
    around = _around(unit) if is_ours else {}
    return ReadPair(
        number,
        chinese,
        translation,
        chinese_is_formatted,
        target_is_formatted,
        _created(target) or _created(unit),
        (target.get("creationid") or unit.get("creationid") or "")[:255],
        around.get("x-before", ""),
        around.get("x-after", ""),
    )


def _around(unit: XmlElement) -> dict[str, str]:
    """The keys of the texts around it, which only we write."""
    properties = {each.get("type"): each.text or "" for each in unit.iterchildren("prop")}
    return {name: value for name, value in properties.items() if KEY.fullmatch(value)}


def _created(element: XmlElement) -> datetime | None:
    moment = element.get("changedate") or element.get("creationdate") or ""
    if not MOMENT.fullmatch(moment):
        return None
    try:
        return datetime.strptime(moment, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
