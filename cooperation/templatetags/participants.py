"""The tag that draws the participants of a programme on a map."""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import get_language

from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages.text import localized

from ..models import Member
from ..participants_map import WORLD_HEIGHT, WORLD_WIDTH, Participant, participants_map

register = template.Library()

OUTLINES = "maps/coastlines.svg"
FEWEST = 2


@register.simple_tag(takes_context=True)
def map_of(context: Context, members: Iterable[Member]) -> str:
    """The map of those members that are states with a place on maps; empty of fewer than two."""
    settings = settings_for(context["request"])
    participants = tuple(_participants(members))
    if len(participants) < FEWEST:
        return ""
    return _drawn(participants, get_language(), settings.map_outlines, settings.texts.map_approval)


def _participants(members: Iterable[Member]) -> Iterable[Participant]:
    for member in members:
        country = member.country
        if country and None not in (country.latitude, country.longitude):
            name = str(localized(country, "short_name"))
            yield Participant(name, member.status, country.latitude, country.longitude)


@lru_cache(maxsize=256)
def _drawn(
    participants: tuple[Participant, ...], language_code: str, outlines: str, approval: str
) -> str:
    """The drawing in the active language: all that it depends on is named."""
    context = {
        "map": participants_map(participants),
        "statuses": _statuses(participants),
        "outlines": outlines or static(OUTLINES),
        "is_official": bool(outlines),
        "approval": approval if outlines else "",
        "world": (WORLD_WIDTH, WORLD_HEIGHT),
    }
    return render_to_string("cooperation/map.html", context)


def _statuses(participants: tuple[Participant, ...]) -> list[tuple[str, str]]:
    """The statuses that occur, in their order, with the headings of their lists."""
    found = {each.status for each in participants}
    return [(each.value, each.group_label) for each in Member.Status if each.value in found]
