"""The formats: one entry for each, with its name, what its files are called, and two functions."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..texts.documents import Document
from ..texts.returned import ReturnedDocument
from .xliff12 import read_xliff12, write_xliff12
from .xliff20 import read_xliff20, write_xliff20
from .xml import is_xliff


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
    recognises: Callable[[bytes], bool]


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
            partial(is_xliff, "1."),
        ),
        Format(
            "xliff20",
            "XLIFF 2.0",
            _("For tools that read the newer form of XLIFF."),
            ".xlf",
            "application/xliff+xml",
            write_xliff20,
            read_xliff20,
            partial(is_xliff, "2."),
        ),
    )
}
