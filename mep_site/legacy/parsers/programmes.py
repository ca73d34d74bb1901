"""Chapters of a brochure, each about a programme of cooperation or about several.

A sentence that states a fact which has a field of its own, such as how often a group has met,
stays in the text that it belongs to: the field is read from it, and takes nothing away.
"""

from dataclasses import replace

from mep_site.legacy.documents import (
    Anomaly,
    AnomalyCode,
    Member,
    ProgrammeDocument,
    Texts,
    WorkingGroup,
)
from mep_site.legacy.languages import CHINESE, ENGLISH

from .members import abbreviations_in, members_in
from .quotations import date_of, milestones_in, parse_opening
from .sections import (
    Section,
    achievements_of,
    blocks_from,
    blocks_of,
    is_heading,
    split_sections,
)
from .sessions import working_group_in
from .units import ENGLISH_SENTENCE_END, Marker, Passage, Unit, passages_in

Anomalies = tuple[Anomaly, ...]


def parse_chapter(units: list[Unit]) -> list[ProgrammeDocument]:
    """The programmes of a chapter, which begins with its title."""
    title, rest = split_title(units)
    sections = split_sections(rest)
    mechanisms = split_mechanisms(passages_in(rest)) if list(sections) == [Section.OPENING] else []
    if mechanisms:
        return parse_mechanisms(title, mechanisms)
    return [parse_programme(title, sections)]


def split_title(units: list[Unit]) -> tuple[Texts, list[Unit]]:
    """The title of a chapter and the rest; its English half may stand on a line of its own."""
    end = next((i for i, unit in enumerate(units) if unit.marker is not Marker.CHAPTER), len(units))
    if 0 < end < len(units) and units[end - 1].language == CHINESE and is_title(units[end]):
        end += 1
    return passages_in(units[:end])[0].texts, units[end:]


def is_title(unit: Unit) -> bool:
    """Whether an English unit below a Chinese title can be its other half."""
    return (
        unit.language == ENGLISH
        and unit.marker is Marker.NONE
        and not ENGLISH_SENTENCE_END.search(unit.text)
    )


def parse_programme(title: Texts, sections: dict[Section, list[Unit]]) -> ProgrammeDocument:
    """A chapter about one programme."""
    opening = parse_opening(sections[Section.OPENING])
    history = passages_in(sections.get(Section.HISTORY, []))
    undated = [passage for passage in history if not date_of(passage)]
    background = [*opening.others, *passages_in(sections.get(Section.BACKGROUND, [])), *undated]
    achievements = passages_in(sections.get(Section.ACHIEVEMENTS, []))
    members, member_anomalies = all_members(background)
    groups, group_anomalies = all_groups([*background, *achievements], title)
    return ProgrammeDocument(
        title=title,
        abbreviation=abbreviations_in(title.en),
        background=blocks_from(background),
        responsibilities=blocks_of(sections.get(Section.RESPONSIBILITIES, [])),
        achievements=achievements_of(achievements),
        next_steps=blocks_of(sections.get(Section.NEXT_STEPS, [])),
        members=members,
        quotations=opening.quotations,
        milestones=milestones_in([*opening.events, *history]),
        working_groups=groups,
        anomalies=opening.anomalies + member_anomalies + group_anomalies,
    )


def split_mechanisms(passages: list[Passage]) -> list[tuple[Texts, list[Passage]]]:
    """The parts of a chapter that describes several mechanisms, each under a heading.

    Empty if the chapter is not built like that: if it does not begin with a heading, or if a
    heading has no text below it.
    """
    if not passages or not is_heading(passages[0]):
        return []
    parts: list[tuple[Texts, list[Passage]]] = []
    for passage in passages:
        if is_heading(passage):
            parts.append((passage.texts, []))
        else:
            parts[-1][1].append(passage)
    return parts if all(text for _, text in parts) else []


def parse_mechanisms(
    chapter: Texts, mechanisms: list[tuple[Texts, list[Passage]]]
) -> list[ProgrammeDocument]:
    """A programme for each mechanism; the title of the chapter over them has no field."""
    first, *others = [parse_mechanism(title, passages) for title, passages in mechanisms]
    lost_title = Anomaly(AnomalyCode.NO_FIELD, str(chapter))
    return [replace(first, anomalies=(lost_title, *first.anomalies)), *others]


def parse_mechanism(title: Texts, passages: list[Passage]) -> ProgrammeDocument:
    """A mechanism that a few paragraphs describe."""
    members, member_anomalies = all_members(passages)
    groups, group_anomalies = all_groups(passages, title)
    return ProgrammeDocument(
        title=title,
        abbreviation=abbreviations_in(title.en),
        background=blocks_from(passages),
        members=members,
        working_groups=groups,
        anomalies=member_anomalies + group_anomalies,
    )


def all_members(passages: list[Passage]) -> tuple[tuple[Member, ...], Anomalies]:
    """The members that sentences list."""
    found = [members_in(passage) for passage in passages]
    return _joined(found)


def all_groups(passages: list[Passage], title: Texts) -> tuple[tuple[WorkingGroup, ...], Anomalies]:
    """The bodies that meet."""
    found = [working_group_in(passage, title) for passage in passages]
    return _joined(found)


def _joined(found: list[tuple[tuple, Anomalies]]) -> tuple[tuple, Anomalies]:
    rows = tuple(row for rows, _ in found for row in rows)
    return rows, tuple(anomaly for _, anomalies in found for anomaly in anomalies)
