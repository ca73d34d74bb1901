"""Where a visitor is: the page, the pages above it and the main menu, loaded with three queries."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.models import AbstractPage, Site

from mep_site.translations.languages import active_language


@dataclass
class SiteTree:
    """The part of the page tree that the frame of a page shows.

    ``ancestors`` run from the home page to the parent of ``current``, which is ``None`` where no
    page answers for the path, as on the search page.
    """

    site: Site | None = None
    home: AbstractPage | None = None
    current: AbstractPage | None = None
    ancestors: list[AbstractPage] = field(default_factory=list)
    sections: list[AbstractPage] = field(default_factory=list)

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
        root = site.root_page
        slugs = [slug for slug in path.split("/") if slug]
        prefixes = [
            root.url_path + "".join(f"{slug}/" for slug in slugs[:count])
            for count in range(len(slugs) + 1)
        ]
        pages = list(_frame(root, prefixes))
        on_path = sorted((p for p in pages if p.url_path in prefixes), key=lambda p: p.depth)
        current = on_path.pop() if on_path and on_path[-1].url_path == prefixes[-1] else None
        return cls(
            site=site,
            home=next((page for page in pages if page.pk == root.pk), None),
            current=current,
            ancestors=on_path if current else [],
            sections=[page for page in pages if page.is_in_menu],
        )

    @property
    def menu(self) -> list[AbstractPage]:
        """The sections that the public can read in the active language."""
        return [page for page in self.sections if active_language() in page.live_languages]


def _frame(root: AbstractPage, url_paths: list[str]) -> QuerySet[AbstractPage]:
    """The pages on the way to a path, and the sections of the main menu.

    Each of the two is found by an index of its own. As alternatives of one condition they would
    make the database read every page.
    """
    pages = type(root).objects.order_by()
    on_path = pages.filter(url_path__in=url_paths)
    in_menu = pages.child_of(root).published().in_menu()
    shown = on_path.values("pk").union(in_menu.values("pk"))
    return (
        pages.filter(pk__in=shown)
        .annotate(is_in_menu=Exists(in_menu.filter(pk=OuterRef("pk"))))
        .order_by("path")
        .prefetch_related("editions")
    )
