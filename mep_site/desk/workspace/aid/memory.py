"""What was translated before that is like the text in focus."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mep_site.memory.matching import MemoryMatch, matches_for
from mep_site.memory.remembering.taking import neighbours_in
from mep_site.translations.content.content import Content

from ..aids import Aid
from ..focus import UnitInFocus

MOST = 5


def gather_matches(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """The best matches, each as the field takes it; nothing if there is none."""
    matches = _matches(unit) if unit.has_chinese else []
    return {"offers": [_offer(unit, match) for match in matches]} if matches else None


def _matches(unit: UnitInFocus) -> list[MemoryMatch]:
    content = unit.source.live if unit.row.is_published else Content.of(unit.page)
    before, after = neighbours_in(content).get(unit.id, (None, None))
    formatted = unit.is_formatted
    return matches_for(
        unit.source_text, unit.language, before, after, unit.user, MOST, is_formatted=formatted
    )


def _offer(unit: UnitInFocus, match: MemoryMatch) -> dict[str, Any]:
    return {
        "match": match,
        "text": match.plain_target,
        "raw": unit.for_editor(match.target, match.is_formatted),
    }


def count_matches(found: Mapping[str, Any]) -> str:
    """How many matches there are, and how good the best is, in words."""
    offers = found["offers"]
    said = ngettext(
        "%(count)s match, %(score)s %%", "%(count)s matches, the best %(score)s %%", len(offers)
    )
    return said % {"count": len(offers), "score": offers[0]["match"].score}


MEMORY = Aid(
    "memory",
    _("Translated before"),
    gather_matches,
    "desk/workspace/memory.html",
    count_matches,
)
