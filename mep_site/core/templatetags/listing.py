"""Tags about lists: what a page is filed under, and how one subscribes to a list."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import AbstractPage

from mep_site.topics.models import Topic
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import LocalizedText, localized

from .. import gathering
from ..addresses.places import Place, address_at
from ..addresses.public_links import is_public
from ..addresses.sitetree import SiteTree
from ..lists.entry_links import EntryLink
from ..models.listing import ListingMixin

register = template.Library()

# The rows of a page: what each refers to, its key in addresses and its translated name.
RELATIONS = {
    "topics": ("topic", "slug", "name"),
    "departments": ("department", "slug", "title"),
    "programmes": ("programme", "slug", "title"),
    "countries": ("country", "iso_code", "short_name"),
}


@dataclass(frozen=True)
class SubjectLink:
    """A topic, department, programme or country, and where one reads on about it."""

    name: LocalizedText
    url: str


@register.simple_tag(takes_context=True)
def subjects(context: Context, relation: str) -> list[SubjectLink]:
    """What the page is filed under, without pages that the public cannot see.

    ``relation`` is one of :data:`RELATIONS`. A topic has a page of its own, as departments and
    programmes have; of a country the page above lists what else is filed there.
    """
    request, page = context["request"], context["page"]
    field, key, title = RELATIONS[relation]
    # A dictionary, because nothing keeps a page from naming the same thing twice.
    found = {
        getattr(target, key): SubjectLink(name, _url(target, field, key, request))
        for row in getattr(page, relation).all()
        if (target := getattr(row, field)) and (name := localized(target, title))
    }
    return [link for link in found.values() if link.url]


def _url(target: Any, field: str, key: str, request: HttpRequest) -> str:
    """Where one reads on about a subject; empty if it is a page that is not public."""
    if isinstance(target, AbstractPage):
        home = SiteTree.for_request(request).home
        return address_at(target.url_path.removeprefix(home.url_path)) if is_public(target) else ""
    if isinstance(target, Topic):
        return reverse("topic", args=[target.slug])
    above = SiteTree.for_request(request).ancestors
    list_url = above[-1].get_url(request) if above else ""
    return f"{list_url}?{urlencode({field: getattr(target, key)})}"


@register.simple_tag(takes_context=True)
def feed_of(context: Context, page: AbstractPage | None) -> str:
    """The address of the Atom feed of a list, or of the site for the home page; else empty."""
    home = SiteTree.for_request(context["request"]).home
    if not (page and page.pk and home and page.has_feed):
        return ""
    path = page.url_path.removeprefix(home.url_path)
    return reverse("feed", kwargs={"path": path} if path else None)


@register.simple_tag(takes_context=True)
def newest_list(context: Context) -> tuple[EntryLink, ...]:
    """What is newest in the active language: in the list above the page, else in one of the menu.

    For those who came for a page that they cannot read.
    """
    tree, language = SiteTree.for_request(context["request"]), active_language()
    dated = (
        place for place in (*tree.ancestors[::-1], *tree.sections) if _is_dated(place, language)
    )
    newest = (gathering.first_entries(place, language, tree.home.pk) for place in dated)
    return next((entries for entries in newest if entries), ())


def _is_dated(place: Place, language: Language) -> bool:
    """Whether a place lists dated pages, and can be read in the language itself."""
    model = place.specific_class
    return language in place.live_languages and issubclass(model, ListingMixin) and model().has_feed
