"""Tags about lists: what a page is filed under, and how one subscribes to a list."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import AbstractPage

from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import LocalizedText, localized

from ..addresses.places import Place
from ..addresses.public_links import public_url
from ..addresses.sitetree import SiteTree
from ..models import BasePage
from ..models.listing import ListingMixin, latest_entries

register = template.Library()

# The rows of a page: what each refers to, its key in addresses and its translated name.
RELATIONS = {
    "topics": ("topic", "slug", "name"),
    "departments": ("department", "slug", "title"),
    "countries": ("country", "iso_code", "short_name"),
}


@dataclass(frozen=True)
class SubjectLink:
    """A topic, department or country, and where else it is found in the same list."""

    name: LocalizedText
    url: str


@register.simple_tag(takes_context=True)
def subjects(context: Context, relation: str) -> list[SubjectLink]:
    """What the page is filed under, without departments that the public cannot see.

    ``relation`` is one of :data:`RELATIONS`. The page above lists what else is filed there.
    """
    request, page = context["request"], context["page"]
    field, key, title = RELATIONS[relation]
    above = SiteTree.for_request(request).ancestors
    list_url = above[-1].get_url(request) if above else ""
    # A dictionary, because nothing keeps a page from naming the same thing twice.
    found = {
        getattr(target, key): localized(target, title)
        for row in getattr(page, relation).all()
        if (target := getattr(row, field)) and _is_public(target, request)
    }
    return [
        SubjectLink(name, f"{list_url}?{urlencode({field: value})}" if list_url else "")
        for value, name in found.items()
        if name
    ]


def _is_public(target: Any, request: Any) -> bool:
    return not isinstance(target, AbstractPage) or bool(public_url(target, request))


@register.simple_tag(takes_context=True)
def feed_of(context: Context, page: AbstractPage | None) -> str:
    """The address of the Atom feed of a list, or of the site for the home page; else empty."""
    home = SiteTree.for_request(context["request"]).home
    if not (page and page.pk and home and page.has_feed):
        return ""
    path = page.url_path.removeprefix(home.url_path)
    return reverse("feed", kwargs={"path": path} if path else None)


@register.simple_tag(takes_context=True)
def newest_list(context: Context) -> list[BasePage]:
    """What is newest in the active language: in the list above the page, else in one of the menu.

    For those who came for a page that they cannot read.
    """
    tree, language = SiteTree.for_request(context["request"]), active_language()
    dated = [
        place for place in (*tree.ancestors[::-1], *tree.sections) if _is_dated(place, language)
    ]
    newest = (list(latest_entries(each.specific_class, each.path, language)) for each in dated)
    return next((entries for entries in newest if entries), [])


def _is_dated(place: Place, language: Language) -> bool:
    """Whether a place lists dated pages, and can be read in the language itself."""
    model = place.specific_class
    return language in place.live_languages and issubclass(model, ListingMixin) and model().has_feed
