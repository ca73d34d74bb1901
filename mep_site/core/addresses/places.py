"""Pages as the frame of others shows them: remembered, so nothing can change them."""

from collections import namedtuple
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import swapper
from django.urls import get_script_prefix, reverse
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language
from wagtail.models import AbstractPage

from mep_site.publicstate.private import PRIVATE_COLUMNS
from mep_site.publicstate.version import by_version
from mep_site.translations.languages import active_language, languages
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import live_languages

TEXTS = tuple(
    language.column(field)
    for field in ("title", "summary", "search_description")
    for language in languages()
)

COLUMNS = (
    *("pk", "path", "url_path", "way", "is_alias", "specific_class"),
    *("live_languages", "edition_rows"),
    *TEXTS,
)


class Place(namedtuple("PlaceColumns", COLUMNS)):
    """A page at or below the home page of a site, with its texts under the names of their columns.

    ``way`` leads to it from there, ``specific_class`` is its type, ``live_languages`` are those in
    which the public can read it, and ``edition_rows`` hold the public columns of its editions.
    """

    __slots__ = ()

    @classmethod
    def of(cls, page: AbstractPage, root_path: str) -> "Place":
        return cls(
            page.pk,
            page.path,
            page.url_path,
            page.url_path.removeprefix(root_path),
            bool(page.alias_of_id),
            page.specific_class or type(page),
            tuple(live_languages(page.editions.all())),
            tuple(_row(edition) for edition in page.editions.all()),
            *(getattr(page, name) for name in TEXTS),
        )

    def editions(self) -> list[Edition]:
        """Its editions, as instances that the caller may change; other columns are loaded late."""
        return [Edition.from_db("default", _edition_columns(), row) for row in self.edition_rows]

    def get_url(self, request: Any = None) -> str:
        """The address in the active language, on the site that the place was looked up for."""
        return address_at(self.way)


def address_at(way: str) -> str:
    """The address in the active language of what this way leads to from the home page."""
    return f"{_home_address(get_language(), get_script_prefix())}{escape_uri_path(way)}"


@lru_cache(maxsize=64)
def _home_address(language_code: str | None, script_prefix: str) -> str:
    """The address of every home page in the active language."""
    return reverse("wagtail_serve", args=[""])


@by_version(maxsize=64)
def home_of(root_id: int) -> Place:
    """The home page of a site."""
    root = _pages().get(pk=root_id)
    return Place.of(root, root.url_path)


@by_version(maxsize=64)
def sections_of(root_id: int) -> tuple[Place, ...]:
    """The pages of the main menu that every visitor may see, in their order."""
    home = home_of(root_id)
    return tuple(Place.of(page, home.url_path) for page in _published_below(home).in_menu())


@by_version(maxsize=512)
def places_below(place: Place, root_id: int) -> tuple[Place, ...]:
    """The pages right below one that every visitor may see, in their order."""
    home = home_of(root_id)
    return tuple(Place.of(page, home.url_path) for page in _published_below(place))


@by_version(maxsize=1024)
def places_on(way: str, root_id: int) -> tuple[Place, ...]:
    """The pages from the home page to the one at the end of a way; none if there is no such page.

    They may be drafts.
    """
    home = home_of(root_id)
    slugs = way.split("/")[:-1]
    ways = ["/".join([*slugs[:count], ""]) for count in range(1, len(slugs) + 1)]
    pages = _pages().filter(url_path__in=[f"{home.url_path}{each}" for each in ways])
    places = {place.way: place for place in (Place.of(page, home.url_path) for page in pages)}
    if way and way not in places:
        return ()
    return (home, *(places[each] for each in ways if each in places))


@by_version(maxsize=512)
def places_of(keys: tuple[int, ...], root_id: int) -> tuple[Place, ...]:
    """Those pages with these keys that every visitor may see, in the order of the tree."""
    home = home_of(root_id)
    pages = _pages().published().filter(pk__in=keys).order_by("path")
    return tuple(Place.of(page, home.url_path) for page in pages)


def readable_here(places: Iterable[Place]) -> list[Place]:
    """Those that the public can read in the active language."""
    return [place for place in places if active_language() in place.live_languages]


def _published_below(place: Place) -> Any:
    pages = _pages()
    above = pages.model(path=place.path, depth=len(place.path) // pages.model.steplen)
    return pages.child_of(above).published().order_by("path")


def _row(edition: Edition) -> tuple[Any, ...]:
    return tuple(getattr(edition, name) for name in _edition_columns())


@cache
def _edition_columns() -> list[str]:
    private = PRIVATE_COLUMNS[Edition._meta.label]
    return [each.attname for each in Edition._meta.concrete_fields if each.name not in private]


def _pages() -> Any:
    return swapper.load_model("wagtailcore", "Page").objects.prefetch_related("editions").order_by()
