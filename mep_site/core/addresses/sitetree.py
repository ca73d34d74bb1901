"""Where a visitor is: the page, the pages above it and the main menu."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from wagtail.models import Site

from .places import Place, home_of, places_on, readable_here, sections_of


@dataclass(frozen=True)
class SiteTree:
    """The part of the page tree that the frame of a page shows.

    ``ancestors`` run from the home page to the parent of ``current``, which is ``None`` where no
    page answers for the path, as on the search page.
    """

    site: Site | None = None
    home: Place | None = None
    current: Place | None = None
    ancestors: tuple[Place, ...] = ()
    sections: tuple[Place, ...] = ()

    @classmethod
    def for_request(cls, request: HttpRequest, path: str = "") -> "SiteTree":
        """The tree around a path below the language prefix, kept on the request."""
        if not hasattr(request, "site_tree"):
            request.site_tree = cls._load(request, path)
        return request.site_tree

    @classmethod
    def _load(cls, request: HttpRequest, path: str) -> "SiteTree":
        site = Site.find_for_request(request)
        if not site:
            return cls()
        way = "".join(f"{slug}/" for slug in path.split("/") if slug)
        *ancestors, current = places_on(way, site.root_page_id) or (None,)
        return cls(
            site=site,
            home=home_of(site.root_page_id),
            current=current,
            ancestors=tuple(ancestors),
            sections=sections_of(site.root_page_id),
        )

    @property
    def parent(self) -> Place | None:
        """The page above the current one."""
        return self.ancestors[-1] if self.ancestors else None

    @property
    def section(self) -> Place | None:
        """The page below the home page at or below which the current one is."""
        return next(iter((*self.ancestors, self.current)[1:2]), None)

    @property
    def is_section(self) -> bool:
        """Whether the current page stands right below the home page."""
        return len(self.ancestors) == 1

    @property
    def menu(self) -> list[Place]:
        """The sections that the public can read in the active language."""
        return readable_here(self.sections)


def home_for(request: HttpRequest) -> Place:
    """The home page of the site that answers a request; ``Http404`` where there is no site."""
    home = SiteTree.for_request(request).home
    if not home:
        raise Http404
    return home
