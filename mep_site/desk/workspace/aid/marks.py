"""The links and marks of the Chinese text, which can be put on words of the translation."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ..aids import Aid
from ..focus import UnitInFocus

# What the editor calls an element of the stored text.
STYLES = {"b": "BOLD", "strong": "BOLD", "i": "ITALIC", "em": "ITALIC"} | {
    "sup": "SUPERSCRIPT",
    "sub": "SUBSCRIPT",
}


def gather_marks(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """The marks in their order, each once; nothing for a text that has none."""
    marks = list(_marks_in(unit)) if unit.is_formatted else []
    return {"marks": marks} if marks else None


def _marks_in(unit: UnitInFocus) -> Iterator[dict[str, str]]:
    seen = set()
    for tag in BeautifulSoup(unit.source_text, "html.parser").find_all(["a", *STYLES]):
        mark = _link(tag, unit) if tag.name == "a" else {"style": STYLES[tag.name]}
        key = tuple(mark.values())
        if key not in seen:
            seen.add(key)
            yield {**mark, "words": tag.get_text()}


def _link(tag: Tag, unit: UnitInFocus) -> dict[str, str]:
    """A link as the editor knows it."""
    converted = json.loads(unit.for_editor(f"<p>{tag}</p>", is_formatted=True))
    entity = next(iter(converted["entityMap"].values()), None)
    return {"style": "LINK", "entity": json.dumps(entity) if entity else ""}


def count_marks(found: Mapping[str, Any]) -> str:
    """How many marks the source has, in words."""
    count = len(found["marks"])
    return ngettext("%(count)s mark", "%(count)s marks", count) % {"count": count}


MARKS = Aid(
    "marks",
    _("Links and marks of the Chinese"),
    gather_marks,
    "desk/workspace/marks.html",
    count_marks,
)
