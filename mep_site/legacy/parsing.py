"""From the bytes of a file to what becomes of it: the pure half of the importer."""

from collections.abc import Sequence
from dataclasses import dataclass

from .parsers.articles import parse_article
from .parsers.brochure import parse_brochure
from .parsers.directory import parse_directory
from .parsers.inspection import check
from .parsers.offices import parse_department, parse_institution
from .phrases.document_kinds import DocumentKind
from .reading.lines import Capture, decode_capture
from .recognition.recognising import recognise_kind
from .structure.chunks import Chunk, chunks_in, languages_of_capture
from .structure.doubts import Anomaly
from .structure.layout import Layout, analyse
from .structure.pairing import AlignedPassage, passages_in
from .structure.segments import (
    Coverage,
    Derivation,
    Destination,
    ExtractedValue,
    Segment,
    coverage_of,
)
from .structure.sketch import PageSketch, Sketch

# To be counted up whenever the rules change: what was brought over before is then compared anew.
PARSER_VERSION = 3


@dataclass(frozen=True)
class Parsed:
    """A capture that was understood."""

    capture: Capture
    kind: DocumentKind
    pages: tuple[PageSketch, ...]
    segments: tuple[Segment, ...]
    facts: tuple[ExtractedValue, ...]
    anomalies: tuple[Anomaly, ...]
    address: str
    tail: str
    breadcrumb: tuple[str, ...]
    coverage: Coverage

    @property
    def derivation(self) -> Derivation:
        """What is shown of the capture."""
        return Derivation(self.capture.text, self.segments, self.facts)

    @property
    def languages(self) -> list[str]:
        """The languages that the pages are in."""
        texts = self.derivation.texts.values()
        return sorted({language for each in texts for language in each if language})

    @property
    def pairs(self) -> int:
        """How many places have a text in two languages or more."""
        placed: dict[Destination, set[str]] = {}
        for segment in self.segments:
            if segment.target and segment.language:
                placed.setdefault(segment.target, set()).add(segment.language)
        return sum(1 for languages in placed.values() if len(languages) > 1)


def parse_capture(content: bytes) -> Parsed:
    """Read, recognise and parse a capture; its file's name plays no part."""
    capture = decode_capture(content)
    layout = analyse(capture)
    chunks = chunks_in(layout.content, capture.text)
    passages = passages_in(chunks, languages_of_capture(chunks))
    kind = recognise_kind(layout, passages)
    sketch = Sketch(capture)
    for line, role in layout.roles:
        if role and line.text:
            sketch.add(line.excerpt, role)
    _sketch_pages(sketch, kind, layout, chunks, passages)
    sketch.finish()
    check(sketch, layout, chunks, kind)
    return Parsed(
        capture=capture,
        kind=kind,
        pages=tuple(sketch.pages),
        segments=tuple(sketch.segments),
        facts=tuple(sketch.facts),
        anomalies=tuple(sorted(sketch.anomalies, key=lambda anomaly: anomaly.line)),
        address=layout.address,
        tail="\n".join(line.text for line in layout.tail),
        breadcrumb=layout.breadcrumb,
        coverage=coverage_of(capture.text, sketch.segments),
    )


def _sketch_pages(
    sketch: Sketch,
    kind: DocumentKind,
    layout: Layout,
    chunks: Sequence[Chunk],
    passages: Sequence[AlignedPassage],
) -> None:
    if kind is DocumentKind.BROCHURE:
        parse_brochure(sketch, chunks)
    elif kind is DocumentKind.DIRECTORY:
        parse_directory(sketch, passages)
    elif kind is DocumentKind.DEPARTMENT:
        parse_department(sketch, passages)
    elif kind is DocumentKind.INSTITUTION:
        parse_institution(sketch, passages)
    else:
        parse_article(sketch, passages, kind, layout)
