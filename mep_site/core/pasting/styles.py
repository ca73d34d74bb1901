"""Reads from elements how they are meant to look, as far as that says what they are."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bs4 import BeautifulSoup, Tag

from .formatted_lines import Format

Style = Mapping[str, str]

RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
LEVEL_OF_LIST = re.compile(r"level\s*(\d+)")
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"msotitle": 1, "title": 1}
WEIGHTS = {"bold": True, "bolder": True, "normal": False, "lighter": False}
SCRIPTS = {"super": "sup", "sub": "sub", "baseline": ""}
# Word's name for what a span is put round, and the class names that go with it.
IN_COMMENTS = frozenset({"msocommentreference", "msocomanchor", "msocomtxt", "msocommenttext"})


class StyleSheet:
    """The rules for classes in the ``<style>`` of what was copied, where Excel keeps its fonts."""

    def __init__(self, soup: BeautifulSoup) -> None:
        text = " ".join(tag.get_text() for tag in soup.find_all("style"))
        self.rules = {name: _declarations(body) for name, body in RULE.findall(text)}

    def style(self, tag: Tag) -> Style:
        """The declarations for an element."""
        found: dict[str, str] = {}
        for name in tag.get("class") or ():
            found |= self.rules.get(name, {})
        return found | _declarations(tag.get("style") or "")


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


def with_style(tag: Tag, style: Style, format_: Format) -> Format:
    """The format of letters in an element that stands in letters of this format."""
    is_bold = True if tag.name in {"b", "strong"} else format_.is_bold
    script = tag.name if tag.name in {"sup", "sub"} else format_.script
    weight = style.get("font-weight", "")
    if weight.isdecimal():
        is_bold = int(weight) >= 600
    align = style.get("vertical-align", "").split("!")[0].strip()
    return replace(
        format_,
        is_bold=WEIGHTS.get(weight, is_bold),
        script=SCRIPTS.get(align, script) if tag.name not in {"sup", "sub"} else script,
    )


def is_hidden(style: Style) -> bool:
    """Whether nobody was shown it."""
    return (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
    )


def is_comment(tag: Tag, style: Style) -> bool:
    """Whether it belongs to somebody's comment on the text."""
    classes = {name.lower() for name in tag.get("class") or ()}
    return bool(classes & IN_COMMENTS) or style.get("mso-element") in {"comment", "comment-list"}


def is_slanted_or_underlined(tag: Tag, style: Style) -> bool:
    """Whether it has an emphasis that the site does not have."""
    return tag.name in {"i", "em", "u"} or style.get("font-style") in {"italic", "oblique"}


def is_struck(tag: Tag, style: Style) -> bool:
    decoration = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    return tag.name in {"s", "strike"} or "line-through" in decoration


def heading_level(tag: Tag, style: Style) -> int:
    """The level of a heading; 0 for what is none."""
    names = [tag.name, *(name.lower() for name in tag.get("class") or ())]
    levels = [HEADINGS[name] for name in names if name in HEADINGS]
    outline = style.get("mso-outline-level", "")
    if outline.isdecimal() and tag.name in {"p", "div"}:
        levels.append(int(outline))
    if tag.get("role") == "heading":
        level = str(tag.get("aria-level") or 2)
        levels.append(int(level) if level.isdecimal() else 2)
    return levels[0] if levels else 0


def list_level(tag: Tag, style: Style) -> int:
    """How deep the paragraph or item is nested by its own account; 0 if it says nothing."""
    found = LEVEL_OF_LIST.search(style.get("mso-list", ""))
    level = found[1] if found else str(tag.get("data-aria-level") or 0)
    return int(level) if level.isdecimal() else 0
