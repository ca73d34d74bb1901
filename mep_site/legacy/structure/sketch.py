"""What becomes of a capture while a parser works on it: segments, facts, doubts, pages."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import groupby

from ..reading.lines import Capture, Excerpt
from .chunks import EMPHASIS, LINE_BREAK, Chunk
from .doubts import Anomaly, Code, Suggestion
from .fitting import fitting_facts, fitting_segments
from .pairing import AlignedPassage
from .segments import Destination, ExtractedValue, Role, Segment, Transformation, uncovered

LONGEST_SUBJECT = 200
MOST_TEXTS = 10
WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class PageSketch:
    """A page that is to be made: which type, and below which leader if it is an activity."""

    model: str
    leader: str = ""


@dataclass
class Sketch:
    """Collects what a parser finds.

    ``taken`` are the places that have a text, ``last_rows`` the last row of each list of rows.
    """

    capture: Capture
    pages: list[PageSketch] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    facts: list[ExtractedValue] = field(default_factory=list)
    anomalies: list[Anomaly] = field(default_factory=list)
    taken: set[tuple[Destination, str]] = field(default_factory=set)
    last_rows: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(
        self,
        excerpt: Excerpt,
        role: Role,
        language: str = "",
        target: Destination | None = None,
        *transformations: Transformation,
    ) -> None:
        """Give an excerpt as it is one role."""
        if excerpt:
            self.segments.append(
                Segment(excerpt.start, excerpt.end, role, language, target, transformations)
            )
            if target:
                self._take(target, language)

    def _take(self, target: Destination, language: str) -> None:
        self.taken.add((target, language))
        row = target.path[0] if target.path else None
        if isinstance(row, int):
            place = (target.page, target.field)
            self.last_rows[place] = max(row, self.last_rows.get(place, row))

    def place(
        self,
        excerpt: Excerpt,
        role: Role,
        language: str,
        target: Destination | None,
        *transformations: Transformation,
    ) -> None:
        """Put a text in its place: unwrapped, and without the marks of italics."""
        position = 0
        for match in [*LINE_BREAK.finditer(excerpt.text), None]:
            line = excerpt.part(position, match.start() if match else None)
            unwrap = (Transformation.UNWRAP,) if position else ()
            self._place_line(line, role, language, target, (*transformations, *unwrap))
            position = match.end() if match else 0

    def _place_line(
        self,
        line: Excerpt,
        role: Role,
        language: str,
        target: Destination | None,
        transformations: tuple[Transformation, ...],
    ) -> None:
        position = 0
        for match in EMPHASIS.finditer(line.text):
            self.add(line.part(position, match.start()), role, language, target, *transformations)
            for place in (match.start(), match.end() - 1):
                sign = line.part(place, place + 1)
                self.add(sign, Role.MARKER, language, target, Transformation.STRIP_EMPHASIS)
                if place == match.start():
                    self.add(line.group(match, "text"), role, language, target)
            position = match.end()
        self.add(line.part(position), role, language, target, *transformations)

    def place_chunk(
        self, chunk: Chunk, role: Role, target: Destination | None, *, keep_sign: bool = False
    ) -> None:
        """Put a chunk in its place, without the mark before it unless that is to be kept."""
        if chunk.sign:
            sign_role = role if keep_sign or target is None else Role.MARKER
            done = () if keep_sign else (Transformation.STRIP_MARKER,)
            self.add(chunk.sign, sign_role, chunk.language, target, *done)
        self.place(chunk.excerpt, role, chunk.language, target)

    def place_passage(
        self,
        passage: AlignedPassage,
        role: Role,
        target: Destination | None,
        *,
        keep_sign: bool = False,
    ) -> None:
        """Put a passage in its place in each of its languages."""
        for chunk in passage.chunks:
            self.place_chunk(chunk, role, target, keep_sign=keep_sign)

    def fact(self, excerpt: Excerpt, target: Destination, value: str, language: str = "") -> None:
        """State a value that was read from an excerpt, which keeps its own place."""
        self.facts.append(ExtractedValue(excerpt.start, excerpt.end, target, language, value))

    def doubt(
        self,
        code: Code,
        line: int,
        subject: str,
        page: int = 0,
        suggestion: Suggestion | None = None,
    ) -> None:
        """Put something into the queue that needs a human eye."""
        short = subject if len(subject) <= LONGEST_SUBJECT else f"{subject[:LONGEST_SUBJECT]}…"
        self.anomalies.append(Anomaly(code, line, short, page, suggestion))

    def line_at(self, position: int) -> int:
        """The number of the line in which a character stands."""
        if not hasattr(self, "_starts"):
            self._starts = [line.start for line in self.capture.lines]
        return bisect_right(self._starts, position)

    def text_of(self, segment: Segment) -> str:
        return self.capture.text[segment.start : segment.end]

    def finish(self) -> None:
        """Find a home for what is left, and make sure that nothing has two."""
        self.segments.sort(key=lambda segment: (segment.start, segment.end))
        self.segments = fitting_segments(self.capture.text, self.segments, len(self.pages))
        self.facts = fitting_facts(self.facts, self.segments, len(self.pages))
        for start, end in _gathered(self.capture.text, uncovered(self.capture.text, self.segments)):
            excerpt = Excerpt(self.capture.text[start:end], start)
            is_text = WORD.search(excerpt.text) is not None
            self.add(excerpt, Role.UNPLACED if is_text else Role.MARKER)
        self.segments.sort(key=lambda segment: (segment.start, segment.end))
        for _, together in groupby(self.segments, key=lambda segment: segment.role):
            run = list(together)
            if run[0].role is Role.UNPLACED:
                texts = " ".join(map(self.text_of, run[:MOST_TEXTS]))
                self.doubt(Code.NO_FIELD, self.line_at(run[0].start), texts)


def _gathered(text: str, spans: object) -> list[tuple[int, int]]:
    """Neighbouring words on one line as one span."""
    gathered: list[tuple[int, int]] = []
    for start, end in spans:
        if gathered and not LINE_BREAK.search(text, gathered[-1][1], start):
            between = text[gathered[-1][1] : start]
            if not between.strip():
                gathered[-1] = (gathered[-1][0], end)
                continue
        gathered.append((start, end))
    return gathered
