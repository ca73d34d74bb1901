"""Office files: which program they are for, and whether there are macros in them.

Sources: ECMA-376, part 2 (content types of a package), OASIS OpenDocument 1.3, part 2 (packages),
Microsoft's [MS-CFB] (compound files) and [MS-OVBA] (where macros lie).
"""

import re
from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from lxml import etree

from mep_site.foreign_xml import CAREFULLY

from .archives import member, opened_archive

MACROS = _(
    "This file holds macros: programs that run when somebody opens it. Save it without macros (in "
    "the form of .docx, .xlsx, .pptx, .odt, .ods or .pdf) and upload the new file."
)

OFFICE_OPEN = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
MACRO_TYPES = re.compile("macroEnabled|vbaProject", re.IGNORECASE)
MACRO_FOLDERS = ("Basic/", "Scripts/")

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An entry of the directory: its name in 64 bytes, the length of that, and what it is.
ENTRY, LENGTH_AT, KIND_AT = 128, 64, 66
STORAGE, STREAM = 1, 2
MACRO_ENTRIES = ("Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT")
PIECE = 8192 * ENTRY


def _refuse_macros() -> None:
    raise ValidationError(MACROS, code="macros")


def is_office_open(kind: str) -> Callable[[File], bool]:
    """Asks whether a file is of Microsoft's newer formats, of this kind of document."""

    def is_it(file: File) -> bool:
        with opened_archive(file) as archive:
            types = _types_of_parts(member(archive, "[Content_Types].xml")) if archive else ()
        if any(map(MACRO_TYPES.search, types)):
            _refuse_macros()
        return f"{OFFICE_OPEN}{kind}.main+xml" in types

    return is_it


def _types_of_parts(xml: bytes) -> set[str]:
    try:
        root = etree.fromstring(xml, etree.XMLParser(**CAREFULLY))
    except (etree.XMLSyntaxError, ValueError):
        return set()
    return {child.get("ContentType", "") for child in root}


def is_open_document(kind: str) -> Callable[[File], bool]:
    """Asks whether a file is an OpenDocument of this kind."""

    def is_it(file: File) -> bool:
        with opened_archive(file) as archive:
            found = member(archive, "mimetype") if archive else b""
            if archive and any(name.startswith(MACRO_FOLDERS) for name in archive.namelist()):
                _refuse_macros()
        return found == OPEN_DOCUMENT + kind.encode()

    return is_it


def is_compound(*streams: str) -> Callable[[File], bool]:
    """Asks whether a file is of Microsoft's older formats, by the streams that one of them has."""

    def is_it(file: File) -> bool:
        file.seek(0)
        if file.read(len(COMPOUND)) != COMPOUND:
            return False
        entries = set(_entries(file, (*streams, *MACRO_ENTRIES)))
        if not entries.isdisjoint(MACRO_ENTRIES):
            _refuse_macros()
        return not entries.isdisjoint(streams)

    return is_it


def _entries(file: File, names: tuple[str, ...]) -> Iterator[str]:
    """Those of the names that the directory of a compound file lists."""
    coded = {f"{name}\x00".encode("utf-16-le"): name for name in names}
    pattern = re.compile(b"|".join(map(re.escape, coded)))
    file.seek(0)
    while piece := file.read(PIECE):
        for found in pattern.finditer(piece):
            entry = piece[found.start() : found.start() + ENTRY]
            is_entry = found.start() % ENTRY == 0 and len(entry) == ENTRY
            if is_entry and _says(entry, len(found[0])):
                yield coded[found[0]]


def _says(entry: bytes, length: int) -> bool:
    """Whether an entry of the directory has a name of this length, and is a storage or a stream."""
    written = int.from_bytes(entry[LENGTH_AT:KIND_AT], "little")
    return written == length and entry[KIND_AT] in {STORAGE, STREAM}
