"""Who takes part: lists of names in three languages, and sentences that list names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from mep_site.legacy.phrases.headings import MEMBER, STATUS, status_of
from mep_site.legacy.reading.languages import CHINESE, ENGLISH, RUSSIAN
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.pairing import Passage
from mep_site.legacy.structure.segments import Destination, Role, Transformation
from mep_site.legacy.structure.sketch import Sketch
from mep_site.legacy.structure.units import Unit

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

    title: Unit
    groups: tuple[tuple[Unit, ...], ...]

    @property
    def name(self) -> str:
        """The name without the abbreviations."""
        return re.split(r"\s*[(（]", self.title.text)[0]


def abbreviation_in(title: str, language: str) -> re.Match[str] | None:
    """The abbreviation in brackets, by its script."""
    pattern = ABBREVIATIONS.get(language)
    return pattern.search(title) if pattern else None


def split_roster(units: Sequence[Unit]) -> tuple[list[Unit], Roster | None, list[Unit]]:
    """What precedes the list of members, the list if there is one, and what follows it.

    The list begins with the unit above the first status heading, and goes on as long as groups of
    lines give a name in several languages.
    """
    start = next((i for i, unit in enumerate(units) if status_of(unit.text)), 0) - 1
    if start < 0:
        return list(units), None, []
    end = start + 1
    groups: list[tuple[Unit, ...]] = []
    for _, together in groupby(units[end:], key=lambda unit: unit.group):
        group = tuple(together)
        if not status_of(group[0].text) and not names_in_languages(group):
            break
        groups.append(group)
        end += len(group)
    return list(units[:start]), Roster(units[start], tuple(groups)), list(units[end:])


def names_in_languages(group: Sequence[Unit]) -> bool:
    """Whether a group of lines gives one name in two languages or more."""
    return 2 <= len(group) == len({unit.language for unit in group})


def place_roster(sketch: Sketch, roster: Roster, page: int, first: int) -> None:
    """Give the members of a roster to a programme."""
    sketch.place(roster.title.excerpt, Role.LABEL, roster.title.language, None)
    for language in ABBREVIATIONS:
        place_abbreviation(sketch, roster.title, language, page)
    status, row = MEMBER, first
    for group in roster.groups:
        heading = status_of(group[0].text)
        status = heading or status
        for unit in group:
            role = Role.SECTION if heading else Role.NAME
            target = None if heading else Destination(page, "members", (row, "name"))
            read = () if heading else (Transformation.READ_STATE,)
            sketch.place(unit.excerpt, role, unit.language, target, *read)
        if not heading:
            sketch.fact(group[0].excerpt, Destination(page, "members", (row, "status")), status)
            row += 1


def place_abbreviation(sketch: Sketch, title: Unit, language: str, page: int) -> None:
    """State the abbreviation that a title gives in brackets."""
    match = abbreviation_in(title.excerpt.text, language)
    if match:
        excerpt = title.excerpt.group(match, "abbreviation")
        sketch.fact(excerpt, Destination(page, "abbreviation"), excerpt.text, language)


def place_members(sketch: Sketch, passage: Passage, page: int, first: int) -> int:
    """State the members that a sentence lists, in its order; how many there are then.

    Names are paired by their place in the list; where the languages list different numbers of
    names, the first language counts alone.
    """
    found = [(unit, match, names) for unit in passage.units for match, names in _lists(unit)]
    if not found:
        return first
    _, stated, first_names = found[0]
    for unit, match, names in found:
        if int(match["count"]) != len(names) or len(names) != len(first_names):
            sketch.doubt(Code.COUNT_DIFFERS, unit.line, match[0], page)
    status = STATUS[stated["status"].casefold()]
    for row in range(len(first_names)):
        for unit, _, names in found:
            if len(names) == len(first_names):
                target = Destination(page, "members", (first + row, "name"))
                sketch.fact(unit.excerpt, target, names[row], unit.language)
        target = Destination(page, "members", (first + row, "status"))
        sketch.fact(found[0][0].excerpt, target, status)
    return first + len(first_names)


def _lists(unit: Unit) -> list[tuple[re.Match[str], list[str]]]:
    pattern, split = SENTENCES.get(unit.language, (None, None))
    match = pattern.search(unit.text) if pattern and len(unit.text) < LONGEST_LIST else None
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
