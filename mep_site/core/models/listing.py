"""Index pages: lists of the pages below them."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest

from mep_site.media.models import SiteImage
from mep_site.translations.languages import active_language

from ..facts.site_columns import PageKind
from ..lists.counting import ListPaginator
from ..lists.elsewhere import entries_elsewhere
from ..lists.facets import Facet, ListFilters
from ..loading.page_pictures import images_of
from .page import BasePage


class ListingMixin:
    """An index page that lists its children, a page of the list at a time.

    Only children with a text in the active language are listed; which others there are, and where
    they can be read, is said below the list. ``facets`` are the properties that the list is
    filtered by.
    """

    entries_per_page = 20
    is_list = True
    search_kind = "section"
    page_kind = PageKind.SITE_COLUMN
    web_page_type = "CollectionPage"
    facets: tuple[Facet, ...] = ()
    # What the list shows to this visitor; nothing where the page has no text in the language.
    listed: Page | None = None
    filters = ListFilters((), {})

    @property
    def entry_model(self) -> type[BasePage]:
        """The type of the pages that are listed: the one that may stand below this one."""
        (model,) = self.allowed_subpage_models()
        return model

    @property
    def has_feed(self) -> bool:
        """Whether one can subscribe to what is listed."""
        return self.entry_model.is_in_feeds

    def get_entries(self) -> QuerySet[BasePage]:
        """The published children as their own type, in the order of the tree."""
        return self.entry_model.objects.child_of(self).published().order_by("path")

    @property
    def latest_entries(self) -> QuerySet[BasePage]:
        """The first few of the list in the active language, for the page above the index."""
        return self.get_entries().in_language(active_language())[:5]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``entries`` (a page of the list), ``filters`` and the entries ``elsewhere``."""
        language = active_language()
        filters = ListFilters.of(self.facets, request.GET)
        everything = self.get_entries()
        filters.load(everything.in_language(language))
        matching = filters.apply(everything)
        paginator = ListPaginator(matching.in_language(language), self.entries_per_page)
        self.listed = paginator.get_page(request.GET.get("page"))
        self.filters = filters
        return {
            **super().get_context(request, *args, **kwargs),
            "entries": self.listed,
            "filters": filters,
            "elsewhere": entries_elsewhere(matching, paginator.count),
            "robots": "noindex, follow" if filters.is_active else "",
        }

    def is_shown_by(self, name: str, value: str) -> bool:
        """Also by the page of the list that it shows, and by values that its filters offer."""
        if name == "page":
            return bool(self.listed) and value == str(self.listed.number)
        return self.filters.offers(name, value) or super().is_shown_by(name, value)

    def shown_images(self) -> Iterator[SiteImage]:
        """Also the pictures of the listed pages."""
        yield from images_of(self)
        for entry in self.listed:
            yield from entry.list_images()
