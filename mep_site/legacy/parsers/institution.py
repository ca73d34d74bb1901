"""Subordinate institutions: duties, tasks, units, contact details."""

import re
from itertools import takewhile

from mep_site.legacy.documents import InstitutionDocument, Texts, Unit
from mep_site.legacy.languages import ENGLISH
from mep_site.legacy.layout import Layout
from mep_site.legacy.markers import parse_item

from .department import parse_contacts, split_sections
from .prose import items_in, numbering_anomalies, paragraphs_as_blocks, texts_of, title_and_rest

# "New Harbour Wells Monitoring Center (NHWMC)"
ABBREVIATION = re.compile(r"[(（](?P<abbreviation>[A-Z][A-Z-]+)[)）]\s*$")
# "… affiliated to the Harbour Bureau."
SUPERVISOR = re.compile(r"\b(?:affiliated|subordinate) to (?:the )?(?P<body>[A-Z][^.,;]+)[.,;]")
# "Administration Office: in accordance with …"
NAME_AND_DUTIES = re.compile(r"^(?P<name>[^:：]{1,150})[:：]\s*(?P<duties>\S.*)$")


def parse_institution(layout: Layout) -> InstitutionDocument:
    """The institution that a capture describes."""
    title, rest = title_and_rest(layout.paragraphs)
    introduction, structure, contact = split_sections(rest)
    duties = list(takewhile(lambda p: parse_item(p) is None, introduction))
    tasks = items_in(introduction[len(duties) :])
    units = items_in(structure)
    return InstitutionDocument(
        title=title,
        abbreviation=abbreviation_in(title),
        supervisor=supervisor_in(duties),
        duties=paragraphs_as_blocks(duties),
        tasks=tuple(texts_of(item.text) for item in tasks),
        units=tuple(parse_unit(item.text) for item in units),
        contacts=parse_contacts(contact),
        anomalies=numbering_anomalies(tasks) + numbering_anomalies(units),
    )


def abbreviation_in(title: Texts) -> Texts:
    """The capitals in brackets that an English title ends in."""
    match = ABBREVIATION.search(title.en)
    return Texts.only(ENGLISH, match["abbreviation"]) if match else Texts()


def supervisor_in(duties: list[str]) -> Texts:
    """The body that the first paragraph says the institution is affiliated to."""
    match = SUPERVISOR.search(duties[0]) if duties else None
    return texts_of(match["body"]) if match else Texts()


def parse_unit(text: str) -> Unit:
    """A unit; what stands after the first colon are its duties."""
    match = NAME_AND_DUTIES.match(text)
    if not match:
        return Unit(texts_of(text))
    return Unit(texts_of(match["name"].strip()), texts_of(match["duties"]))
