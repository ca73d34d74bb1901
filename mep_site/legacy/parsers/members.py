"""Who takes part: lists of names in three languages, and sentences that list names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from mep_site.legacy.phrases.headings import MEMBER, STATUS, status_of
from mep_site.legacy.reading.languages import CHINESE, ENGLISH, RUSSIAN
from mep_site.legacy.structure.chunks import Chunk
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.pairing import AlignedPassage
from mep_site.legacy.structure.segments import Destination, Role, Transformation
from mep_site.legacy.structure.sketch import Sketch

# 目前共有成员国27个：A、B和C。
CHINESE_LIST = re.compile(
    r"(?P<status>成员国|观察员国?|对话伙伴国?)(?P<count>\d+)个[:：](?P<names>[^。]+)。?$"
)
# There are 27 member states: A, B and C.
ENGLISH_LIST = re.compile(
    r"(?P<count>\d+) (?P<status>member states|members|observer states|observers|dialogue partners)"
    r"\s*[:：]\s*(?P<names>.+?)\.?$",
    re.I,
)
# 和 and 以及 join the last names; 和 also stands inside 共和国 and 和平.
CHINESE_JOINT = re.compile(r"、|以及|(?<!共)和(?!平)")
# (SCO) (ШОС)
ABBREVIATIONS = {
    ENGLISH: re.compile(r"[(（](?P<abbreviation>[A-Z]{2,})[)）]"),
    RUSSIAN: re.compile(r"[(（](?P<abbreviation>[А-ЯЁ]{2,})[)）]"),
}
LONGEST_LIST = 5_000


@dataclass(frozen=True)
class Roster:
    """A list of members in several languages, under the name of the organisation."""

    title: Chunk
    groups: tuple[tuple[Chunk, ...], ...]

    @property
    def name(self) -> str:
        """The name without the abbreviations."""
        return re.split(r"\s*[(（]", self.title.text)[0]


def abbreviation_in(title: str, language: str) -> re.Match[str] | None:
    """The abbreviation in brackets, by its script."""
    pattern = ABBREVIATIONS.get(language)
    return pattern.search(title) if pattern else None


def split_roster(chunks: Sequence[Chunk]) -> tuple[list[Chunk], Roster | None, list[Chunk]]:
    """What precedes the list of members, the list if there is one, and what follows it.

    The list begins with the chunk above the first status heading, and goes on as long as groups of
    lines give a name in several languages.
    """
    start = next((i for i, chunk in enumerate(chunks) if status_of(chunk.text)), 0) - 1
    if start < 0:
        return list(chunks), None, []
    end = start + 1
    groups: list[tuple[Chunk, ...]] = []
    for _, together in groupby(chunks[end:], key=lambda chunk: chunk.group):
        group = tuple(together)
        if not status_of(group[0].text) and not names_in_languages(group):
            break
        groups.append(group)
        end += len(group)
    return list(chunks[:start]), Roster(chunks[start], tuple(groups)), list(chunks[end:])


def names_in_languages(group: Sequence[Chunk]) -> bool:
    """Whether a group of lines gives one name in two languages or more."""
    return 2 <= len(group) == len({chunk.language for chunk in group})


def place_roster(sketch: Sketch, roster: Roster, page: int, first: int) -> None:
    """Give the members of a roster to a programme."""
    sketch.place(roster.title.excerpt, Role.LABEL, roster.title.language, None)
    for language in ABBREVIATIONS:
        place_abbreviation(sketch, roster.title, language, page)
    status, row = MEMBER, first
    for group in roster.groups:
        heading = status_of(group[0].text)
        status = heading or status
        for chunk in group:
            role = Role.SECTION if heading else Role.NAME
            target = None if heading else Destination(page, "members", (row, "name"))
            read = () if heading else (Transformation.READ_STATE,)
            sketch.place(chunk.excerpt, role, chunk.language, target, *read)
        if not heading:
            sketch.fact(group[0].excerpt, Destination(page, "members", (row, "status")), status)
            row += 1


def place_abbreviation(sketch: Sketch, title: Chunk, language: str, page: int) -> None:
    """State the abbreviation that a title gives in brackets."""
    match = abbreviation_in(title.excerpt.text, language)
    if match:
        excerpt = title.excerpt.group(match, "abbreviation")
        sketch.fact(excerpt, Destination(page, "abbreviation"), excerpt.text, language)


def place_members(sketch: Sketch, passage: AlignedPassage, page: int, first: int) -> int:
    """State the members that a sentence lists, in its order; how many there are then.

    Names are paired by their place in the list; where the languages list different numbers of
    names, the first language counts alone.
    """
    found = [(chunk, match, names) for chunk in passage.chunks for match, names in _lists(chunk)]
    if not found:
        return first
    _, stated, first_names = found[0]
    for chunk, match, names in found:
        if int(match["count"]) != len(names) or len(names) != len(first_names):
            sketch.doubt(Code.COUNT_DIFFERS, chunk.line, match[0], page)
    status = STATUS[stated["status"].casefold()]
    for row in range(len(first_names)):
        for chunk, _, names in found:
            if len(names) == len(first_names):
                target = Destination(page, "members", (first + row, "name"))
                sketch.fact(chunk.excerpt, target, names[row], chunk.language)
        target = Destination(page, "members", (first + row, "status"))
        sketch.fact(found[0][0].excerpt, target, status)
    return first + len(first_names)


def _lists(chunk: Chunk) -> list[tuple[re.Match[str], list[str]]]:
    pattern, split = SENTENCES.get(chunk.language, (None, None))
    match = pattern.search(chunk.text) if pattern and len(chunk.text) < LONGEST_LIST else None
    return [(match, split(match["names"]))] if match else []


def split_chinese_names(names: str) -> list[str]:
    """The names in a Chinese list."""
    return [name.strip() for name in CHINESE_JOINT.split(names) if name.strip()]


def split_english_names(names: str) -> list[str]:
    """The names in an English list; "and" joins the last two, and may stand inside others."""
    *others, last = re.split(r",\s+", names)
    before, joint, after = last.rpartition(" and ")
    tail = [before, after] if joint else [last.removeprefix("and ")]
    return [name.strip() for name in [*others, *tail]]


SENTENCES: dict[str, tuple[re.Pattern[str], Callable[[str], list[str]]]] = {
    CHINESE: (CHINESE_LIST, split_chinese_names),
    ENGLISH: (ENGLISH_LIST, split_english_names),
}
