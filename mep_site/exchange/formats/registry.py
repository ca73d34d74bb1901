"""The formats: one entry for each, with its name, what its files are called, and two functions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..texts.documents import Document
from ..texts.returned import ReturnedDocument
from .xliff12 import read_xliff12, write_xliff12


@dataclass(frozen=True)
class Format:
    """A format; ``explanation`` says for whom it is."""

    name: str
    label: str
    explanation: Any
    suffix: str
    media_type: str
    write: Callable[[Document], bytes]
    read: Callable[[bytes], ReturnedDocument]


FORMATS = {
    each.name: each
    for each in (
        Format(
            "xliff12",
            "XLIFF 1.2",
            _("Understood by every translation tool."),
            ".xlf",
            "application/x-xliff+xml",
            write_xliff12,
            read_xliff12,
        ),
    )
}
