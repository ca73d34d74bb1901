"""Tags that lead on from a page: what is filed under it, beside it, below it and on its topics."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import LocalizedText, localized

from .. import gathering
from ..addresses.places import Place, places_below, readable_here
from ..addresses.sitetree import SiteTree
from ..lists.beside import Beside, entries_beside
from ..lists.entry_links import EntryLink
from ..lists.filing import DEPARTMENT, PROGRAMME
from ..lists.listed import NEWEST_FIRST
from ..models import BasePage
from .site import partial_date

register = template.Library()

# Of a long list of neighbours those that are nearest.
NEIGHBOURS = 12
HOME_AND_SECTION = 2
# What pages are filed under that have pages of their own.
FACETS = {"departments": DEPARTMENT, "programmes": PROGRAMME}


@register.simple_tag(takes_context=True)
def filed_under(context: Context, relation: str, page: BasePage) -> gathering.Gathered | None:
    """What the public can read of the pages that are filed under a page; nothing of a new one.

    ``relation`` is what such a page calls its rows, one of :data:`FACETS`.
    """
    home = SiteTree.for_request(context["request"]).home
    if not (page.pk and home):
        return None
    return gathering.gathered(FACETS[relation], page.pk, page.slug, active_language(), home.pk)


@register.simple_tag(takes_context=True)
def lists_below(context: Context) -> tuple[gathering.GatheredList, ...]:
    """The lists right below the page in the active language, with their first few entries."""
    tree = SiteTree.for_request(context["request"])
    if not tree.current:
        return ()
    return gathering.parts_below(tree.current, active_language(), tree.home.pk)


@register.simple_tag
def entry_items(entries: Iterable[EntryLink]) -> SafeString:
    """The entries as items of a list; many pages show the same ones, so these are remembered."""
    return mark_safe("".join(_item(each, get_language(), each.get_url()) for each in entries))  # noqa: S308


@lru_cache(maxsize=4096)
def _item(entry: EntryLink, language_code: str, url: str) -> SafeString:
    """One of them, in the active language."""
    date = format_html('<span class="details">{}</span>', partial_date(entry.date))
    link = format_html('<a href="{}">{}</a>', url, entry.title)
    return format_html("<li>{} {}</li>", link, date if entry.date else "")


@register.simple_tag
def neighbours(places: tuple[Place, ...], root_id: int) -> list[Place]:
    """The page among those beside it that can be read in the active language, in their order.

    ``places`` lead to it from the home page. Nothing for the sections, which stand in the menu, nor
    in a list that begins with the newest: it may be of any length, and :func:`beside` says what
    comes before and after.
    """
    if len(places) <= HOME_AND_SECTION:
        return []
    *_, parent, current = places
    if getattr(parent.specific_class, "list_order", None) == NEWEST_FIRST:
        return []
    siblings = readable_here(places_below(parent, root_id))
    keys = [place.pk for place in siblings]
    position = keys.index(current.pk) if current.pk in keys else 0
    start = max(0, min(position - NEIGHBOURS // 2, len(siblings) - NEIGHBOURS))
    return siblings[start : start + NEIGHBOURS] if len(siblings) > 1 else []


@register.simple_tag(takes_context=True)
def beside(context: Context, page: BasePage) -> Beside | None:
    """What comes before and after an article in its list."""
    home = SiteTree.for_request(context["request"]).home
    edition = page.edition_in(active_language()) if page.pk else None
    if not (edition and home):
        return None
    return entries_beside(edition, active_language(), home.pk)


@dataclass(frozen=True)
class TopicLink:
    """A topic, and the address of its page."""

    name: LocalizedText
    url: str


@register.simple_tag(takes_context=True)
def more_on_topics(context: Context, page: BasePage) -> SafeString | str:
    """What else the public can read on the topics of a page; empty if there is nothing."""
    home = SiteTree.for_request(context["request"]).home
    topic_ids = tuple({row.topic_id: None for row in page.topics.all()})
    if not (home and topic_ids):
        return ""
    found = gathering.newest_on(topic_ids, active_language(), home.pk)
    # Few pages are among the newest on a topic: all others show the same.
    left_out = page.pk if page.pk in {entry.pk for entry in found} else None
    return _more(topic_ids, left_out, active_language(), home.pk)


@by_version(maxsize=1024)
def _more(
    topic_ids: tuple[int, ...], left_out: int | None, language: Language, root_id: int
) -> str:
    """The part of a page, in the language, which is the active one."""
    known = {topic.pk: topic for topic in gathering.known_topics()}
    found = gathering.newest_on(topic_ids, language, root_id)
    context = {
        "entries": [entry for entry in found if entry.pk != left_out][: gathering.ENTRIES],
        "topics": [_topic_link(known[each]) for each in topic_ids if each in known],
    }
    return render_to_string("core/more_on_topics.html", context)


@register.simple_tag(takes_context=True)
def public_topics(context: Context) -> list[TopicLink]:
    """The topics on which something is public in the active language, in their order."""
    home = SiteTree.for_request(context["request"]).home
    topics = gathering.topics_in(active_language(), home.pk) if home else ()
    return [_topic_link(topic) for topic in topics]


def _topic_link(topic: Any) -> TopicLink:
    return TopicLink(localized(topic, "name"), reverse("topic", args=[topic.slug]))
