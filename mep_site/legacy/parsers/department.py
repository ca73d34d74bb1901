"""Departments: title, functions, divisions."""

import re

from mep_site.legacy.contacts import is_contact_line, parse_contact
from mep_site.legacy.documents import Contact, DepartmentDocument, Division, Texts
from mep_site.legacy.languages import CHINESE, language_of
from mep_site.legacy.layout import Layout
from mep_site.legacy.refusals import Reason, RefusedCaptureError

from .headings import is_contact_heading, is_functions_heading, is_structure_heading
from .prose import items_in, numbering_anomalies, paragraphs_as_blocks, texts_of, title_and_rest

# "Division of A (Division of B)": a second name in brackets at the end.
TWO_NAMES = re.compile(r"^(?P<name>.*\S)\s*[(（](?P<alternative>[^()（）]+)[)）]$")


def parse_department(layout: Layout) -> DepartmentDocument:
    """The department that a capture describes."""
    title, rest = title_and_rest(layout.paragraphs)
    if is_functions_heading(str(title)):
        raise RefusedCaptureError(Reason.NO_TITLE)
    functions, structure, contact = split_sections(rest)
    items = items_in(division_names(structure))
    return DepartmentDocument(
        title=title,
        functions=paragraphs_as_blocks(functions),
        divisions=tuple(parse_division(item.text) for item in items),
        contacts=parse_contacts(contact),
        anomalies=numbering_anomalies(items),
    )


def split_sections(paragraphs: list[str]) -> tuple[list[str], list[str], list[str]]:
    """What stands under functions (or no heading), under structure, and in the contact block."""
    functions: list[str] = []
    structure: list[str] = []
    contact: list[str] = []
    current = functions
    for paragraph in paragraphs:
        if is_functions_heading(paragraph):
            current = functions
        elif is_structure_heading(paragraph):
            current = structure
        elif is_contact_heading(paragraph):
            current = contact
        else:
            (contact if is_contact_line(paragraph) else current).append(paragraph)
    return functions, structure, contact


def division_names(structure: list[str]) -> list[str]:
    """The names, one by one; a Chinese page may give them all in one sentence."""
    if len(structure) == 1 and language_of(structure[0]) == CHINESE:
        return structure[0].rstrip("。").split("、")
    return structure


def parse_division(text: str) -> Division:
    """A division with its second name, if it has one."""
    match = TWO_NAMES.match(text)
    if not match:
        return Division(texts_of(text))
    return Division(texts_of(match["name"]), texts_of(match["alternative"]))


def parse_contacts(lines: list[str]) -> tuple[Contact, ...]:
    """The contact details of a block, if there is one."""
    return (parse_contact(lines, Texts()),) if lines else ()
