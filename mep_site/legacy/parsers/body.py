"""Bodies of running text: paragraphs, headings, lists."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from mep_site.legacy.phrases.headings import is_chapter_heading
from mep_site.legacy.phrases.markers import NUMBERED, ListMarker, counts_up
from mep_site.legacy.reading.lines import Excerpt
from mep_site.legacy.structure.chunks import CELLS
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.pairing import AlignedPassage
from mep_site.legacy.structure.segments import Destination, Role
from mep_site.legacy.structure.sketch import Sketch

LISTED = NUMBERED | {ListMarker.BULLET}
LONGEST_HEADING = 200
LONGEST_ROW = 2_000
LONGEST_PLAIN_HEADING = 80
# Minister X explains the poster. (Photo by Y)
CAPTION = re.compile(r"[(（](?:Photo|Picture|Image|摄影|图|Фото)[^()（）]{0,80}[)）]\s*\.?$", re.I)


class Body:
    """Writes passages into a body, block after block."""

    def __init__(
        self,
        sketch: Sketch,
        page: int,
        field: str = "body",
        within: tuple[int | str, ...] = (),
        *,
        plain_headings: bool = False,
    ) -> None:
        self.sketch = sketch
        self.page = page
        self.field = field
        self.within = within
        self.plain_headings = plain_headings
        self.blocks = 0
        self.headings: list[AlignedPassage] = []
        self.heads: set[int] = set()

    def write(self, passages: Sequence[AlignedPassage]) -> None:
        """Write passages of any sort."""
        following = [*list(runs(passages))[1:], []]
        for run, below in zip(runs(passages), following, strict=False):
            if run[0].mark not in LISTED:
                self._prose(run)
            elif len(run) == 1 and (is_numbered_heading(run[0]) or self._heads(run[0], below)):
                self._heading(run[0])
            else:
                self._list(run)
        self._check_headings(passages)

    def write_events(
        self, passages: Sequence[AlignedPassage], is_event: Callable[[str], bool]
    ) -> None:
        """Write a calendar: its events are the items of a list."""
        for of_events, together in groupby(passages, key=lambda p: is_event(str(p)[:100])):
            if of_events:
                self._items(list(together), "list")
            else:
                self.write(list(together))

    def paragraph(self, passage: AlignedPassage, role: Role = Role.PARAGRAPH) -> None:
        """Write one paragraph, as the capture has it."""
        self.sketch.place_passage(passage, role, self._target("paragraph"), keep_sign=True)

    def _heads(self, passage: AlignedPassage, below: Sequence[AlignedPassage]) -> bool:
        """Whether a single item is really the heading of the text below it."""
        is_short = len(str(passage)) <= LONGEST_PLAIN_HEADING and not passage.is_sentence
        has_text = bool(below) and below[0].mark not in LISTED
        return self.field == "body" and passage.mark in NUMBERED and is_short and has_text

    def _prose(self, run: Sequence[AlignedPassage]) -> None:
        lines = Counter(chunk.group for passage in run for chunk in passage.chunks)
        for rows in tables_in(run) if self.field == "body" else ([each] for each in run):
            if len(rows) > 1:
                self._table(rows)
            else:
                self._one(rows[0], lines)

    def _one(self, passage: AlignedPassage, lines: Mapping[int, int]) -> None:
        stands_alone = lines[passage.first.group] == len(passage.chunks)
        is_plain = self.plain_headings and stands_alone and is_plain_heading(passage)
        if is_plain or (self.field == "body" and is_chapter(passage)):
            self._heading(passage)
        else:
            is_caption = CAPTION.search(str(passage)[-200:]) is not None
            self.paragraph(passage, Role.CAPTION if is_caption else Role.PARAGRAPH)

    def _table(self, rows: Sequence[AlignedPassage]) -> None:
        """Lines with the same number of cells; the first one heads the columns."""
        block, language = self.blocks, rows[0].first.language
        self.blocks += 1
        for row, passage in enumerate(rows):
            for column, cell in enumerate(cells_in_line(passage)):
                path = (*self.within, block, "table", row, column)
                target = Destination(self.page, self.field, path)
                self.sketch.place(cell, Role.CELL, language, target)

    def _heading(self, passage: AlignedPassage) -> None:
        """A heading; its number is part of it. Only a whole body may hold headings of its own."""
        if self.field != "body":
            self.paragraph(passage)
            return
        self.headings.append(passage)
        self.heads.add(id(passage))
        self.sketch.place_passage(passage, Role.HEADING, self._target("heading"), keep_sign=True)

    def _list(self, run: Sequence[AlignedPassage]) -> None:
        """A list whose numbers do not run 1, 2, 3 … stays a series of paragraphs with its marks.

        A list numbers itself, and would change them. The same goes for a list within a list.
        """
        marks = {passage.mark for passage in run}
        is_numbered = marks != {ListMarker.BULLET}
        is_regular = not is_numbered or counts_up(numbers_in_run(run))
        if len(marks) > 1 or not is_regular or (is_numbered and len(run) == 1):
            for passage in run:
                self.paragraph(passage, Role.ITEM)
            self._check_numbers([p for p in run if p.mark is run[0].mark])
            return
        self._items(run, "numbered" if is_numbered else "list")

    def _items(self, run: Sequence[AlignedPassage], kind: str) -> None:
        block = self.blocks
        self.blocks += 1
        for place, passage in enumerate(run):
            target = Destination(self.page, self.field, (*self.within, block, kind, place))
            self.sketch.place_passage(passage, Role.ITEM, target)

    def _check_headings(self, passages: Sequence[AlignedPassage]) -> None:
        for below, heading in _followers(passages):
            if id(heading) in self.heads and (below is None or _is_sibling(heading, below, self)):
                self.sketch.doubt(Code.EMPTY_HEADING, heading.line, str(heading), self.page)
        by_mark: dict[ListMarker, list[AlignedPassage]] = defaultdict(list)
        for heading in self.headings:
            by_mark[heading.mark].append(heading)
        for mark, run in by_mark.items():
            if mark in NUMBERED - {ListMarker.CHINESE_BRACKETS}:
                self._check_numbers(run)

    def _check_numbers(self, run: Sequence[AlignedPassage]) -> None:
        check_numbers(self.sketch, run, self.page)

    def _target(self, kind: str) -> Destination:
        self.blocks += 1
        return Destination(self.page, self.field, (*self.within, self.blocks - 1, kind))


def tables_in(run: Sequence[AlignedPassage]) -> Iterator[list[AlignedPassage]]:
    """The rows of each table together, and every other passage by itself."""
    for width, together in groupby(run, key=lambda passage: len(cells_in_line(passage))):
        if width:
            yield list(together)
        else:
            yield from ([passage] for passage in together)


def cells_in_line(passage: AlignedPassage) -> list[Excerpt]:
    """The cells of a line, if it has two or more."""
    excerpt = passage.first.excerpt
    if len(passage.chunks) > 1 or len(excerpt.text) > LONGEST_ROW:
        return []
    ends = [match.span() for match in CELLS.finditer(excerpt.text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(excerpt.text)]
    cells = [excerpt.part(start, stop) for start, stop in zip(starts, stops, strict=True)]
    return [cell for cell in cells if cell] if ends else []


def runs(passages: Sequence[AlignedPassage]) -> Iterator[list[AlignedPassage]]:
    """Passages with marks that follow one another, and those without."""
    for _, together in groupby(passages, key=_family):
        yield list(together)


def _family(passage: AlignedPassage) -> object:
    """Headings with marks are apart from lists, so that each is a run of its own."""
    if passage.mark not in LISTED:
        return "prose"
    return id(passage) if is_numbered_heading(passage) else "list"


def is_numbered_heading(passage: AlignedPassage) -> bool:
    """Whether a passage has the number of a section before it and is no sentence."""
    if passage.mark not in {ListMarker.ROMAN, ListMarker.CHINESE, ListMarker.CHINESE_BRACKETS}:
        return False
    return len(str(passage)) <= LONGEST_HEADING and not passage.is_sentence


def is_chapter(passage: AlignedPassage) -> bool:
    """Whether a passage heads a chapter of a law: 第一章 总则, Chapter I General."""
    return len(str(passage)) <= LONGEST_PLAIN_HEADING and is_chapter_heading(str(passage))


def is_plain_heading(passage: AlignedPassage) -> bool:
    """Whether a passage without a mark reads as a heading."""
    text = str(passage)
    return (
        passage.mark is ListMarker.NONE
        and passage.first.has_lines == 1
        and len(text) <= LONGEST_PLAIN_HEADING
        and not passage.is_sentence
        and not re.search(r"[:：@]|\d{4}$|^\d", text)
        and (text[0].isupper() or not text[0].isascii())
    )


def numbers_in_run(run: Sequence[AlignedPassage]) -> list[int | None]:
    """The numbers that the marks of a run count."""
    return [passage.first.number for passage in run]


def check_numbers(sketch: Sketch, run: Sequence[AlignedPassage], page: int) -> None:
    """Tell of numbers that repeat or leave a gap; the items keep their order."""
    numbered = [passage for passage in run if passage.first.number is not None]
    numbers = numbers_in_run(numbered)
    if not numbered or counts_up(numbers) or len(numbered) == 1:
        return
    wrong = next(
        passage for place, passage in enumerate(numbered) if passage.first.number != place + 1
    )
    sketch.doubt(Code.NUMBERING, wrong.line, ", ".join(map(str, numbers)), page)


def _followers(
    passages: Sequence[AlignedPassage],
) -> Iterator[tuple[AlignedPassage | None, AlignedPassage]]:
    return zip([*passages[1:], None], passages, strict=False)


def _is_sibling(heading: AlignedPassage, below: AlignedPassage, body: Body) -> bool:
    """Whether what stands below a heading is a heading of the same rank."""
    return (
        id(below) in body.heads
        and below.mark is heading.mark
        and heading.mark is not ListMarker.NONE
    )
