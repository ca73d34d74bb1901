"""Tells the text of a capture from the frame that the old sites put round every page."""

import re
from dataclasses import dataclass
from enum import StrEnum

from .reading import Capture, Line


class Role(StrEnum):
    """What a line is for. Only ``CONTENT`` reaches a page."""

    BLANK = "blank"
    BREADCRUMB = "breadcrumb"
    SECTION_LABEL = "section label"
    MASTHEAD = "masthead"
    HOT_KEYWORDS = "hot keywords"
    WIDGETS = "widgets"
    PRECEDENCE = "precedence"
    COPYRIGHT = "copyright"
    REGISTRATION = "registration"
    RIGHTS = "rights"
    FOOTER = "footer"
    CONTENT = "content"


# Tried in this order on the stripped line.
FRAME = (
    (Role.BLANK, re.compile(r"^$")),
    # 中文 is the link to the Chinese site, which the capture glued to the keywords.
    (Role.HOT_KEYWORDS, re.compile(r"^(中文\s*)?Hot Keywords\s*[:：]", re.I)),
    # Home > About MEP > Departments; Position: home > …; You are here : Home > …
    (
        Role.BREADCRUMB,
        re.compile(r"^((Position|Location|You are here)\s*[:：]\s*)?(home|首页)\s*>", re.I),
    ),
    (Role.SECTION_LABEL, re.compile(r"^(Departments|Subordinate[ _]Institutions)$", re.I)),
    (
        Role.MASTHEAD,
        re.compile(
            r"^(MINISTRY OF (ECOLOGY AND ENVIRONMENT|ENVIRONMENTAL PROTECTION)"
            r"|THE PEOPLE.S REPUBLIC OF CHINA|Mobile)$"
        ),
    ),
    (Role.WIDGETS, re.compile(r"^Article type\s*:|Font Size\s*:\s*\[", re.I)),
    (Role.PRECEDENCE, re.compile(r"^[(（]?This English version is for your reference only", re.I)),
    # Copyright©2015-2016; a question mark stands where an encoding lost the sign.
    (Role.COPYRIGHT, re.compile(r"^Copyright\s*(©|\?|\(c\))?\s*\d{4}", re.I)),
    (Role.REGISTRATION, re.compile(r"^Registration Number\s*[:：]", re.I)),
    (Role.RIGHTS, re.compile(r"^(All rights reserved\b|Without written authorization from)", re.I)),
)

BREADCRUMB_LABEL = re.compile(r"^[^>]*[:：]\s*")


@dataclass(frozen=True)
class Layout:
    """The lines of a capture with their roles."""

    roles: tuple[tuple[Line, Role], ...]

    @property
    def breadcrumb(self) -> tuple[str, ...]:
        """The names on the way to the page: the breadcrumb's, else those of a section label."""
        for wanted in (Role.BREADCRUMB, Role.SECTION_LABEL):
            for line, role in self.roles:
                if role is wanted:
                    return parse_breadcrumb(line.stripped)
        return ()

    @property
    def lines(self) -> list[Line]:
        """The lines of the text, with the blank ones between them."""
        return [line for line, role in self.roles if role in {Role.CONTENT, Role.BLANK}]

    @property
    def paragraphs(self) -> list[str]:
        """The text, a paragraph to each line; white space around a line is not text."""
        return [line.stripped for line, role in self.roles if role is Role.CONTENT]


def analyse(capture: Capture) -> Layout:
    """Give every line its role. What follows a copyright line belongs to the footer."""
    roles: list[tuple[Line, Role]] = []
    in_footer = False
    for line in capture.lines:
        role = role_of(line.stripped)
        if in_footer and role is Role.CONTENT:
            role = Role.FOOTER
        in_footer = in_footer or role is Role.COPYRIGHT
        roles.append((line, role))
    return Layout(tuple(roles))


def role_of(line: str) -> Role:
    """The role of a stripped line by itself."""
    return next((role for role, pattern in FRAME if pattern.search(line)), Role.CONTENT)


def parse_breadcrumb(line: str) -> tuple[str, ...]:
    """The names in a breadcrumb; the old site wrote some of their spaces as underscores."""
    trail = BREADCRUMB_LABEL.sub("", line)
    return tuple(name.replace("_", " ").strip() for name in trail.split(">") if name.strip())


def leader_in(breadcrumb: tuple[str, ...]) -> str:
    """The leader's name in ``Leaders of MEP > Huang Runqiu > Activities``; may be empty."""
    if len(breadcrumb) < 3 or breadcrumb[-1].casefold() != "activities":
        return ""
    section, name = breadcrumb[-3:-1]
    return name if section.casefold().startswith("leaders") else ""
