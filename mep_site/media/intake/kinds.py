"""The kinds of documents, by their ending: what each is sent as, and how its content is told.

The endings are those of ``WAGTAILDOCS_EXTENSIONS``; a test compares them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.files import File

from .archives import is_zip
from .office import OFFICE_OPEN, OPEN_DOCUMENT, is_compound, is_office_open, is_open_document
from .texts import is_plain_text

PDF = b"%PDF-"
# ISO 32000-1, 7.5.5, and where Adobe's own programs look for it.
END_OF_PDF, LAST_BYTES = b"%%EOF", 1024


@dataclass(frozen=True)
class DocumentFormat:
    """What a document is sent as, and how its content is told from others.

    ``is_it`` may also raise ``ValidationError``, to say what is wrong with a file.
    """

    content_type: str
    is_it: Callable[[File], bool]
    is_shown: bool = False


def is_pdf(file: File) -> bool:
    """Whether it is a PDF from its first byte on, and was received to its end."""
    file.seek(0)
    start = file.read(len(PDF))
    file.seek(max(0, file.size - LAST_BYTES))
    return start == PDF and END_OF_PDF in file.read()


def _office_open(kind: str) -> DocumentFormat:
    return DocumentFormat(f"{OFFICE_OPEN}{kind}", is_office_open(kind))


def _open_document(kind: str) -> DocumentFormat:
    return DocumentFormat(f"{OPEN_DOCUMENT.decode()}{kind}", is_open_document(kind))


# Browsers show PDFs in a program of their own, in which what is in the file reaches no page of this
# site; everything else is stored by whoever asks for it.
KINDS = {
    "pdf": DocumentFormat("application/pdf", is_pdf, is_shown=True),
    "txt": DocumentFormat("text/plain", is_plain_text),
    "csv": DocumentFormat("text/csv", is_plain_text),
    "zip": DocumentFormat("application/zip", is_zip),
    "doc": DocumentFormat("application/msword", is_compound("WordDocument")),
    "xls": DocumentFormat("application/vnd.ms-excel", is_compound("Workbook", "Book")),
    "ppt": DocumentFormat("application/vnd.ms-powerpoint", is_compound("PowerPoint Document")),
    "docx": _office_open("wordprocessingml.document"),
    "xlsx": _office_open("spreadsheetml.sheet"),
    "pptx": _office_open("presentationml.presentation"),
    "odt": _open_document("text"),
    "ods": _open_document("spreadsheet"),
}
UNKNOWN = DocumentFormat("application/octet-stream", lambda _: True)


def kind_of(name: str) -> DocumentFormat:
    """The kind of the file with this name; one that is none of ours is stored and never shown."""
    return KINDS.get(name.rpartition(".")[2].lower(), UNKNOWN)
