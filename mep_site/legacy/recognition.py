"""Which kind of document a capture is."""

import re
from enum import StrEnum

from .languages import CHINESE, ENGLISH, language_of
from .layout import Layout, leader_in
from .parsers.headings import is_functions_heading, is_roman_section, is_structure_heading
from .parsers.units import CHAPTER


class Kind(StrEnum):
    """The kinds of documents that can be brought over."""

    DEPARTMENT = "department"
    INSTITUTION = "institution"
    ACTIVITY = "activity"
    POLICY = "policy"
    BROCHURE = "brochure"


# What the last name of a breadcrumb says.
BY_LAST_NAME = (
    (re.compile(r"^departments$", re.I), Kind.DEPARTMENT),
    (re.compile(r"^(subordinate|affiliated) institutions$", re.I), Kind.INSTITUTION),
    (re.compile(r"^(polic(y|ies)|laws|regulations|policies and regulations)$", re.I), Kind.POLICY),
)
# An essay on policy has no mark but its sections with Roman numbers.
FEWEST_SECTIONS = 2


def recognise(layout: Layout) -> Kind | None:
    """The kind by the breadcrumb, else by how the text is built; ``None`` if neither tells."""
    return kind_by_breadcrumb(layout.breadcrumb) or kind_by_text(layout.paragraphs)


def kind_by_breadcrumb(breadcrumb: tuple[str, ...]) -> Kind | None:
    """The kind that a breadcrumb stands for, such as ``Home > About MEP > Departments``."""
    if not breadcrumb:
        return None
    if leader_in(breadcrumb):
        return Kind.ACTIVITY
    return next((kind for name, kind in BY_LAST_NAME if name.match(breadcrumb[-1])), None)


def kind_by_text(paragraphs: list[str]) -> Kind | None:
    """The kind that the headings of a text give away."""
    if is_brochure(paragraphs):
        return Kind.BROCHURE
    if any(map(is_functions_heading, paragraphs)) and any(map(is_structure_heading, paragraphs)):
        return Kind.DEPARTMENT
    if sum(map(is_roman_section, paragraphs)) >= FEWEST_SECTIONS:
        return Kind.POLICY
    return None


def is_brochure(paragraphs: list[str]) -> bool:
    """Whether a text has chapters with a square before them, in Chinese and English."""
    languages = {language_of(paragraph) for paragraph in paragraphs}
    return {CHINESE, ENGLISH} <= languages and any(p.startswith(CHAPTER) for p in paragraphs)
