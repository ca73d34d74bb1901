"""Lines gathered into chunks: what is one paragraph, one heading, one item in one language."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from ..phrases.headings import office_topic, split_heading, status_of
from ..phrases.heads import is_byline, is_day
from ..phrases.labels import is_article_label, is_bare_address, is_contact_line
from ..phrases.markers import ListMarker, Marked, split_mark
from ..reading.languages import BRACKETS, CHINESE, ENGLISH, language_of_text, split_languages
from ..reading.lines import Excerpt, Line

SENTENCE_END = re.compile(r"[.。;；！？!?:：]$")
CLOSING = "\"”’'）)]》」 "
# *Concept for …*: how a capture marks italics.
EMPHASIS = re.compile(r"\*(?=\S)(?P<text>[^*\n\r]+)(?<=\S)\*")
# Only from the first blank on, or a long run of blanks would be tried from each of them.
LINE_BREAK = re.compile(r"(?<!\s)\s*[\r\n]\s*")
# A line that an editor's window broke is about as long as the window was wide.
SHORTEST_BROKEN, LONGEST_BROKEN = 50, 130
# A language that only a stray word is in does not make a capture bilingual.
FEWEST_UNITS = 2
LEAST_SHARE = 0.15
FEWEST_LISTED = 3
GOES_ON = re.compile(r"[,，、\-–—(（]$")
# What stands between the cells of a table that was flattened to lines.
CELLS = re.compile(r"[ \xa0]*(?:\t|\|)[ \xa0\t|]*")


@dataclass(frozen=True)
class Chunk:
    """Lines in one language that belong together; ``group`` counts blank lines before them."""

    excerpt: Excerpt
    language: str
    mark: ListMarker
    sign: Excerpt | None
    number: int | None
    group: int
    line: int
    has_lines: int = 1

    @cached_property
    def text(self) -> str:
        """The lines as one text, without the marks of italics."""
        tight = self.language == CHINESE
        plain = EMPHASIS.sub(r"\g<text>", self.excerpt.text)
        return LINE_BREAK.sub("" if tight else " ", plain)

    @cached_property
    def is_detail(self) -> bool:
        """Whether this is a detail of an office or of an article under its label."""
        return is_labelled(self.excerpt.text[:LONGEST_BROKEN])

    @property
    def is_sentence(self) -> bool:
        """Whether the text ends as a sentence does."""
        return SENTENCE_END.search(self.excerpt.text.rstrip(CLOSING)) is not None


def chunks_in(lines: Iterable[Line], text: str) -> list[Chunk]:
    """Gather lines into chunks: a blank line, a mark or another language starts a new one."""
    single = list(_single(lines))
    is_bilingual = len(languages_of_capture(single)) > 1
    listed = set(_listed(single))
    chunks: list[Chunk] = []
    for chunk in single:
        last = chunks[-1] if chunks else None
        is_listed = chunk.line in listed
        if last and not is_listed and _continues(last, chunk, is_bilingual=is_bilingual):
            whole = text[last.excerpt.start : chunk.excerpt.end]
            chunks[-1] = replace(
                last,
                excerpt=Excerpt(whole, last.excerpt.start),
                has_lines=last.has_lines + 1,
            )
        else:
            chunks.append(chunk)
    return chunks


def _listed(chunks: Iterable[Chunk]) -> Iterator[int]:
    """The lines of lists without marks: as many short lines in one language, one below another.

    If such a run ends in a sentence, its lines are a text that was broken.
    """
    for _, together in groupby(chunks, key=lambda chunk: (chunk.group, chunk.language)):
        run = list(together)
        if len(run) >= FEWEST_LISTED and all(map(_is_entry, run)):
            yield from (chunk.line for chunk in run)


def _is_entry(chunk: Chunk) -> bool:
    text = chunk.excerpt.text
    is_open = chunk.is_sentence or GOES_ON.search(text) or text[0].islower()
    return chunk.mark is ListMarker.NONE and len(text) < SHORTEST_BROKEN and not is_open


def languages_of_capture(chunks: Iterable[Chunk]) -> list[str]:
    """The languages that a capture is written in, in the order in which they appear.

    The labels of details may be in another language than the text.
    """
    everything = list(chunks)
    texts = [chunk for chunk in everything if not chunk.is_detail]
    counts = Counter(chunk.language for chunk in texts or everything)
    least = max(FEWEST_UNITS, LEAST_SHARE * max(counts.values(), default=0))
    many = [language for language, count in counts.items() if count >= least]
    return many or list(counts)[:1]


def _single(lines: Iterable[Line]) -> Iterable[Chunk]:
    group, above = 0, ENGLISH
    for line in lines:
        if not line.text:
            group += 1
            continue
        marked = split_mark(line.excerpt)
        is_detail = is_labelled(marked.rest.text)
        for part in [marked.rest] if is_detail else _parts(marked.rest):
            language = above = language_of_text(part.text) or above
            yield Chunk(part, language, marked.mark, marked.sign, marked.number, group, line.number)
            keeps_mark = marked.mark is ListMarker.CHAPTER
            marked = Marked(marked.mark if keeps_mark else ListMarker.NONE, None, None, part)


def _parts(line: Excerpt) -> list[Excerpt]:
    """A line in one language, or the parts of a heading in several, or a heading and its text."""
    parts = split_heading(line)
    return parts if len(parts) > 1 else split_languages(line)


def announces_text(text: str) -> bool:
    """Whether a text is a heading that announces what follows."""
    return bool(office_topic(text) or status_of(text))


def is_labelled(line: str) -> bool:
    """Whether a line gives a detail of an office or of an article: after a label, or a date."""
    is_name = len(line) <= LONGEST_BROKEN and not SENTENCE_END.search(line) and is_byline(line)
    is_detail = is_contact_line(line) or is_bare_address(line)
    return is_detail or is_article_label(line) or is_day(line) or is_name


def _continues(last: Chunk, chunk: Chunk, *, is_bilingual: bool) -> bool:
    """Whether a line goes on with the chunk above it."""
    if chunk.mark is not ListMarker.NONE or chunk.group != last.group or not _follows(last, chunk):
        return False
    if is_labelled(chunk.excerpt.text) and last.mark is not ListMarker.SOURCE:
        return False
    if is_labelled(last.excerpt.text) and not GOES_ON.search(last.excerpt.text):
        return False
    if announces_text(last.excerpt.text) or announces_text(chunk.excerpt.text):
        return False
    has_letters = language_of_text(chunk.excerpt.text) is not None
    if has_letters and chunk.language != last.language:
        return False
    return _is_broken(last, chunk, is_bilingual=is_bilingual)


def _follows(last: Chunk, chunk: Chunk) -> bool:
    """Whether a line stands right below a chunk; a line of the frame between them parts them."""
    return chunk.line == last.line + last.has_lines


def _is_broken(last: Chunk, chunk: Chunk, *, is_bilingual: bool) -> bool:
    """Whether the line above ends in the middle of a sentence."""
    above, below = last.excerpt.text, chunk.excerpt.text
    if any(above.count(opening) > above.count(closing) for opening, closing in BRACKETS):
        return last.has_lines < 20 and len(above) < 5_000
    if last.is_sentence or CELLS.search(above) or CELLS.search(below):
        return False
    if is_bilingual or below[0].islower() or GOES_ON.search(above):
        return True
    length = len(LINE_BREAK.split(above)[-1])
    return last.mark is ListMarker.NONE and SHORTEST_BROKEN <= length <= LONGEST_BROKEN
