"""Brochures on cooperation: chapters in Chinese and English, a list of members, contact details."""

from dataclasses import replace
from itertools import takewhile

from mep_site.legacy.contacts import (
    NAMED_WEBSITE,
    is_contact_line,
    named_websites,
    parse_contact,
)
from mep_site.legacy.documents import (
    Anomaly,
    AnomalyCode,
    BrochureDocument,
    Contact,
    ProgrammeDocument,
    Texts,
)
from mep_site.legacy.languages import LANGUAGES, language_of
from mep_site.legacy.layout import Layout
from mep_site.legacy.refusals import Reason, RefusedCaptureError

from .headings import wording
from .members import Roster, split_roster
from .programmes import parse_chapter
from .units import Marker, Unit, passages_in, units_in

CONTENTS = {"目录", "contents", "содержание"}


def parse_brochure(layout: Layout) -> BrochureDocument:
    """The brochure in a capture; its table of contents repeats the titles and is left out."""
    main, roster, tail = split_roster(units_in(layout.lines))
    if not roster:
        main, tail = split_contact(main)
    title, chapters = split_chapters(main)
    programmes = [programme for chapter in chapters for programme in parse_chapter(chapter)]
    anomalies = tuple(anomaly for programme in programmes for anomaly in programme.anomalies)
    if roster:
        programmes, unplaced = place_roster(roster, programmes)
        anomalies += unplaced
    return BrochureDocument(
        title=title,
        programmes=tuple(programmes),
        contacts=contacts_in([line for unit in tail for line in unit.lines]),
        anomalies=anomalies,
    )


def split_contact(units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What precedes the first line of contact details, and the rest."""
    before = list(takewhile(lambda unit: not is_contact_line(unit.text), units))
    return before, units[len(before) :]


def split_chapters(units: list[Unit]) -> tuple[Texts, list[list[Unit]]]:
    """The title of the brochure, and the units of each chapter."""
    front = list(takewhile(lambda unit: unit.marker is not Marker.CHAPTER, units))
    title = list(takewhile(lambda unit: wording(unit.text) not in CONTENTS, front))
    if not title:
        raise RefusedCaptureError(Reason.NO_TITLE)
    chapters: list[list[Unit]] = []
    previous = Marker.NONE
    for unit in units[len(front) :]:
        # A title in two languages on one line is two units.
        if unit.marker is Marker.CHAPTER and previous is not Marker.CHAPTER:
            chapters.append([])
        chapters[-1].append(unit)
        previous = unit.marker
    return passages_in(title)[0].texts, chapters


def place_roster(
    roster: Roster, programmes: list[ProgrammeDocument]
) -> tuple[list[ProgrammeDocument], tuple[Anomaly, ...]]:
    """Give the list of members to the programme of the organisation that it is headed by."""
    for index, programme in enumerate(programmes):
        if belongs_to(roster, programme):
            abbreviation = Texts(
                **{
                    language: roster.abbreviations.in_language(language)
                    or programme.abbreviation.in_language(language)
                    for language in LANGUAGES
                }
            )
            owner = replace(
                programme,
                abbreviation=abbreviation,
                members=programme.members + roster.members,
            )
            return [*programmes[:index], owner, *programmes[index + 1 :]], ()
    return programmes, (Anomaly(AnomalyCode.NO_FIELD, roster.title),)


def belongs_to(roster: Roster, programme: ProgrammeDocument) -> bool:
    """Whether a programme bears the abbreviation or the name of the organisation."""
    abbreviation = roster.abbreviations.en
    if abbreviation and abbreviation == programme.abbreviation.en:
        return True
    return any(roster.name in programme.title.in_language(name) for name in LANGUAGES)


def contacts_in(lines: list[str]) -> tuple[Contact, ...]:
    """Whom to reach, then the sites that are named.

    Bodies that share an address are one contact, their names joined as the Chinese text joins them.
    """
    details = [line for line in lines if is_contact_line(line)]
    others = [line for line in lines if not is_contact_line(line)]
    offices = [line for line in others if not NAMED_WEBSITE.match(line)]
    names = {
        language: " / ".join(line for line in offices if language_of(line) == language)
        for language in LANGUAGES
    }
    shared = (parse_contact(details, Texts(**names)),) if details or offices else ()
    return shared + named_websites(others)
