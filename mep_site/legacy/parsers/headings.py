"""The headings that the old pages put over the same parts, in their many wordings."""

from mep_site.legacy.markers import ROMAN_SECTION, without_marker

FUNCTIONS = {
    "main functions",
    "functions",
    "main responsibilities",
    "major responsibilities",
    "responsibilities",
    "主要职责",
    "主要职能",
    "职责",
}
STRUCTURE = {
    "internal structure",
    "organizational structure",
    "divisions",
    "internal divisions",
    "内设机构",
    "机构设置",
}
CONTACT = {"contact information", "contact us", "contact", "联系方式", "контакты"}


def is_functions_heading(paragraph: str) -> bool:
    """Whether a paragraph heads what a department is for."""
    return wording(paragraph) in FUNCTIONS


def is_structure_heading(paragraph: str) -> bool:
    """Whether a paragraph heads the list of divisions or units."""
    return wording(paragraph) in STRUCTURE


def is_contact_heading(paragraph: str) -> bool:
    """Whether a paragraph heads the contact details."""
    return wording(paragraph) in CONTACT


def is_roman_section(paragraph: str) -> bool:
    """Whether a paragraph is the heading of a section with a Roman number."""
    return ROMAN_SECTION.match(paragraph) is not None


def wording(paragraph: str) -> str:
    """The words of a heading, without number, colon and capitals."""
    return without_marker(paragraph).strip(" \t\xa0:：").casefold()
