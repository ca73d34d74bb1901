"""What stands before the first section of a chapter: quotations with their sources, events."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mep_site.legacy.phrases.date_wordings import date_in, final_date
from mep_site.legacy.phrases.markers import ListMarker
from mep_site.legacy.reading.lines import Excerpt
from mep_site.legacy.structure.chunks import LINE_BREAK, Chunk
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.pairing import AlignedPassage
from mep_site.legacy.structure.segments import Destination, Role, Transformation
from mep_site.legacy.structure.sketch import Sketch

# 习近平主席提出“……”。 The speaker, a verb of saying, the words in quotation marks.
CHINESE_SPEECH = re.compile(
    r"^(?P<speaker>[^“”，。]{2,40}?)(?:提出|指出|强调|表示|说)[，,：:]?\s*“(?P<words>.+)”[。.]?$",
    re.S,
)
# President X pointed out that “…”.
ENGLISH_SPEECH = re.compile(
    r"^(?P<speaker>[A-Z][^“”\".]{2,80}?) (?:pointed out|said|stressed|noted|stated|proposed)"
    r"(?: that)?[,:]?\s*[“\"](?P<words>.+)[”\"]\.?$",
    re.S,
)
# “…” The whole text in quotation marks.
WORDS_ALONE = re.compile(r"^[“\"](?P<words>[^“”]+)[”\"]$")
LONGEST = 20_000


@dataclass(frozen=True)
class Saying:
    """A quotation in one language: the text and the line that gives its source."""

    text: Chunk
    source: Chunk


def split_sayings(chunks: Sequence[Chunk]) -> tuple[list[list[Saying]], list[Chunk]]:
    """The quotations, each with its translations, and the chunks that are none."""
    rows: list[list[Saying]] = []
    others: list[Chunk] = []
    for chunk in chunks:
        said_before = others and others[-1].language == chunk.language
        if chunk.mark is not ListMarker.SOURCE or not said_before:
            others.append(chunk)
            continue
        saying = Saying(others.pop(), chunk)
        known = {other.text.language for other in rows[-1]} if rows else set()
        first = rows[-1][0].text.language if rows else ""
        if rows and chunk.language not in known and chunk.language != first:
            rows[-1].append(saying)
        else:
            rows.append([saying])
    return rows, others


def place_sayings(sketch: Sketch, rows: Sequence[Sequence[Saying]], page: int) -> None:
    """Give each part of a quotation its field; what is not said stays empty."""
    for row, sayings in enumerate(rows):
        for saying in sayings:
            place_words(sketch, saying.text, page, row)
        dates = [place_source(sketch, saying.source, page, row) for saying in sayings]
        stated = sorted({date for date in dates if date})
        if len(stated) > 1:
            sketch.doubt(Code.DATE_DIFFERS, sayings[0].source.line, ", ".join(stated), page)


def place_words(sketch: Sketch, chunk: Chunk, page: int, row: int) -> None:
    """Who speaks, as far as that is said, and the words without their quotation marks."""
    excerpt = chunk.excerpt
    patterns = (CHINESE_SPEECH, ENGLISH_SPEECH, WORDS_ALONE)
    found = (pattern.match(excerpt.text[:LONGEST]) for pattern in patterns)
    match = next(filter(None, found), None)
    target = Destination(page, "quotations", (row, "text"))
    if not match:
        sketch.place_chunk(chunk, Role.QUOTATION, target, keep_sign=True)
        return
    start = 0
    if "speaker" in match.groupdict():
        speaker = Destination(page, "quotations", (row, "speaker"))
        sketch.place(excerpt.group(match, "speaker"), Role.NAME, chunk.language, speaker)
        start = match.end("speaker")
    quotes = (Transformation.STRIP_QUOTES,)
    verb = excerpt.part(start, match.start("words") - 1)
    sketch.add(verb, Role.LABEL, chunk.language)
    for place in (match.start("words") - 1, match.end("words")):
        mark = excerpt.part(place, place + 1)
        sketch.add(mark, Role.MARKER, chunk.language, target, *quotes)
    sketch.place(excerpt.group(match, "words"), Role.QUOTATION, chunk.language, target)
    rest = excerpt.part(match.end("words") + 1)
    sketch.add(rest, Role.MARKER, chunk.language)


def place_source(sketch: Sketch, chunk: Chunk, page: int, row: int) -> str:
    """Occasion, place and date; the date. A line of its own gives place, then date."""
    language = chunk.language
    if chunk.sign:
        sketch.add(chunk.sign, Role.MARKER, language, None, Transformation.STRIP_MARKER)
    *_, last_break = [None, *LINE_BREAK.finditer(chunk.excerpt.text)]
    last = chunk.excerpt.part(last_break.end() if last_break else 0)
    dated = final_date(last.text)
    rest = _before(last, dated) if dated else last
    occasion = Destination(page, "quotations", (row, "occasion"))
    if last_break:
        place = Destination(page, "quotations", (row, "place"))
        above = chunk.excerpt.part(0, last_break.start())
        sketch.place(above, Role.SOURCE, language, occasion)
        sketch.place(rest, Role.SOURCE, language, place if dated else occasion)
    else:
        sketch.place(rest, Role.SOURCE, language, occasion)
    if not dated:
        return ""
    date = Destination(page, "quotations", (row, "date"))
    sketch.add(last.part(*dated.span()), Role.DATE, "", date, Transformation.READ_DATE)
    return date_in(dated[0])


def _before(line: Excerpt, dated: re.Match[str]) -> Excerpt:
    """What precedes a date, without what separates the two."""
    text = line.text[: dated.start()].rstrip(" ,，·\t\xa0")
    return line.part(0, len(text))


def place_milestones(sketch: Sketch, passages: Sequence[AlignedPassage], page: int) -> None:
    """Dated events, each a row; the date is also in its text."""
    for row, passage in enumerate(passages):
        target = Destination(page, "milestones", (row, "text"))
        sketch.place_passage(passage, Role.CAPTION, target)
        date = Destination(page, "milestones", (row, "date"))
        sketch.fact(passage.first.excerpt, date, date_of(passage))


def is_event(passage: AlignedPassage) -> bool:
    """Whether a passage before the first section is an event: a date, no full sentence."""
    return bool(date_of(passage)) and not passage.is_sentence


def date_of(passage: AlignedPassage) -> str:
    """The date that a passage states, in the first language that does; may be empty."""
    return next(filter(None, (date_in(chunk.text[:2_000]) for chunk in passage.chunks)), "")
