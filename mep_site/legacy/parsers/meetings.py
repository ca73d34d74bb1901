"""Bodies that meet, in sentences such as "X was launched in 2005 and has held 11 meetings"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..phrases.markers import han_number
from ..reading.languages import CHINESE, ENGLISH
from ..structure.chunks import Chunk
from ..structure.doubts import Code
from ..structure.pairing import AlignedPassage
from ..structure.segments import Destination
from ..structure.sketch import Sketch

# X于2006年启动，至今已召开十四届 / 论坛自2005年创办以来，已成功举办八届
CHINESE_SESSIONS = re.compile(
    r"(?P<name>[^，。；]{1,200}?)[于自](?P<year>\d{4})年(?:启动|创办|成立)(?:召开|以来)?，"
    r"(?:至今)?已?(?:成功)?(?:召开|举办)(?:了)?(?P<count>\d+|[一二两三四五六七八九十]+)[次届]"
)
# X was launched in 2005 and has successfully held 11 meetings / has been held for 14 sessions
ENGLISH_SESSIONS = re.compile(
    r"(?P<name>[^.;]{1,300}?),? (?:(?:was|were) )?(?:launched|inaugurated|founded)"
    r" in (?P<year>\d{4}),?(?: and| [A-Z]\w+)? has (?:been |successfully )*held (?:for )?"
    r"(?P<count>\d+|\w+) (?:sessions|meetings|times)",
)
ENGLISH_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
ENGLISH_NUMBERS = {word: value for value, word in enumerate(ENGLISH_WORDS, start=1)}
PATTERNS = {CHINESE: CHINESE_SESSIONS, ENGLISH: ENGLISH_SESSIONS}
LONGEST = 5_000


@dataclass(frozen=True)
class Sessions:
    """What one language says of a body; ``is_whole`` if its text begins with the body's name."""

    chunk: Chunk
    name: str
    launched: str
    count: int
    is_whole: bool


def place_group(
    sketch: Sketch, passage: AlignedPassage, page: int, title: Mapping[str, str], row: int
) -> int:
    """State the body that a passage tells of, if any; how many there are then.

    The body is the programme itself inside a longer text ("Since it was founded in 2005 …"), and
    where it is called by a part of the programme's name ("the forum").
    """
    found = [sessions for chunk in passage.chunks if (sessions := sessions_in(chunk))]
    if not found:
        return row
    is_whole = all(s.is_whole and s.name not in title.get(s.chunk.language, "") for s in found)
    names = {s.chunk.language: s.name for s in found} if is_whole else title
    for language, name in names.items():
        target = Destination(page, "working_groups", (row, "name"))
        sketch.fact(found[0].chunk.excerpt, target, name, language)
    for field, value in (("launched", found[0].launched), ("sessions_held", found[0].count)):
        target = Destination(page, "working_groups", (row, field))
        sketch.fact(found[0].chunk.excerpt, target, str(value))
    if len({(sessions.launched, sessions.count) for sessions in found}) > 1:
        sketch.doubt(Code.NUMBER_DIFFERS, passage.line, str(passage), page)
    return row + 1


def sessions_in(chunk: Chunk) -> Sessions | None:
    """What a chunk says of a body that meets."""
    pattern = PATTERNS.get(chunk.language)
    match = pattern.search(chunk.text) if pattern and len(chunk.text) < LONGEST else None
    count = number_in_words(match["count"]) if match else None
    if not match or not count:
        return None
    name = match["name"].strip()
    is_whole = match.start() == 0 and not name.startswith("Since ")
    return Sessions(chunk, name, match["year"], count, is_whole)


def number_in_words(word: str) -> int | None:
    """The number that digits, an English word or Chinese numerals up to 99 stand for."""
    if word.isdigit():
        return int(word)
    return ENGLISH_NUMBERS.get(word.casefold()) or han_number(word)
