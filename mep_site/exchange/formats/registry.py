"""The formats: one entry for each, with its name, what its files are called, and two functions."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..texts.documents import Document
from ..texts.returned import ReturnedDocument
from .po import is_po, read_po_file, write_po_file
from .word import is_docx, read_docx, write_docx
from .xliff12 import read_xliff12, write_xliff12
from .xliff20 import read_xliff20, write_xliff20
from .xml import is_xliff


@dataclass(frozen=True)
class ExportForm:
    """What an export can be; ``explanation`` says for whom it is, or what is in it."""

    name: str
    label: Any
    explanation: Any
    suffix: str
    media_type: str
    write: Callable[[Document], bytes]


@dataclass(frozen=True)
class ExchangeFormat(ExportForm):
    """A format that comes back, too."""

    read: Callable[[bytes], ReturnedDocument]
    recognises: Callable[[bytes], bool]


FORMATS = {
    each.name: each
    for each in (
        ExchangeFormat(
            "xliff12",
            "XLIFF 1.2",
            _("Understood by every translation tool."),
            ".xlf",
            "application/x-xliff+xml",
            write_xliff12,
            read_xliff12,
            partial(is_xliff, "1."),
        ),
        ExchangeFormat(
            "xliff20",
            "XLIFF 2.0",
            _("For tools that read the newer form of XLIFF."),
            ".xlf",
            "application/xliff+xml",
            write_xliff20,
            read_xliff20,
            partial(is_xliff, "2."),
        ),
        ExchangeFormat(
            "po",
            "PO",
            _("For gettext’s tools, such as Poedit."),
            ".po",
            "text/x-gettext-translation",
            write_po_file,
            read_po_file,
            is_po,
        ),
        ExchangeFormat(
            "docx",
            _("Word table"),
            _("For reviewers who have no translation tool."),
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            write_docx,
            read_docx,
            is_docx,
        ),
    )
}
