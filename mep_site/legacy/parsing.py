"""From the bytes of a file to a document: the pure half of the importer."""

from collections.abc import Callable
from dataclasses import dataclass

from .documents import Document
from .layout import Layout, analyse
from .parsers.activity import parse_activity
from .parsers.brochure import parse_brochure
from .parsers.department import parse_department
from .parsers.institution import parse_institution
from .parsers.policy import parse_policy
from .reading import read_capture
from .recognition import Kind, recognise
from .refusals import Reason, RefusedCaptureError

PARSERS: dict[Kind, Callable[[Layout], Document]] = {
    Kind.DEPARTMENT: parse_department,
    Kind.INSTITUTION: parse_institution,
    Kind.ACTIVITY: parse_activity,
    Kind.POLICY: parse_policy,
    Kind.BROCHURE: parse_brochure,
}


@dataclass(frozen=True)
class ParsedCapture:
    """A capture that was understood."""

    sha256: str
    kind: Kind
    document: Document


def parse(content: bytes) -> ParsedCapture:
    """Read, recognise and parse a capture; its file's name plays no part."""
    capture = read_capture(content)
    layout = analyse(capture)
    kind = recognise(layout)
    if kind is None:
        raise RefusedCaptureError(Reason.UNKNOWN_KIND)
    return ParsedCapture(capture.sha256, kind, PARSERS[kind](layout))
