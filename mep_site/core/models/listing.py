"""Index pages: lists of the pages below them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Self

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import get_page_models

from mep_site.media.models import SiteImage
from mep_site.translations.languages import Language, active_language
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import EditionQuerySet

from ..facts.site_columns import PageKind
from ..lists.elsewhere import entries_elsewhere
from ..lists.facets import ChoiceFacet, Facet
from ..lists.filters import ListFilters, filters_of
from ..lists.listed import AS_IN_TREE, Listed, editions_of_types
from ..loading.page_pictures import images_of
from .page import BasePage


class ListingMixin:
    """An index page that lists its children, a page of the list at a time.

    Only children with a text in the active language are listed; which others there are, and where
    they can be read, is said below the list. ``facets`` are the properties that the list is
    filtered by, ``list_order`` the columns of editions by which it is sorted. Pages that show the
    beginning of the list divide it by the values of ``divided_by``, one of the facets.
    """

    entries_per_page = 20
    is_list = True
    search_kind = "section"
    page_kind = PageKind.SITE_COLUMN
    web_page_type = "CollectionPage"
    facets: tuple[Facet, ...] = ()
    divided_by: ChoiceFacet | None = None
    # Whether it lists what stands anywhere below the page above it, and not its own children.
    is_overview = False
    list_order: tuple[str, ...] = AS_IN_TREE
    # What the list shows to this visitor; nothing where the page has no text in the language.
    listed: Page | None = None
    filters = ListFilters((), {})

    @property
    def entry_model(self) -> type[BasePage]:
        """The type of the pages that are listed: the one that may stand below this one."""
        (model,) = self.allowed_subpage_models()
        return model

    @classmethod
    def at(cls, path: str) -> Self:
        """The list at a path in the tree, without what it says."""
        return cls(path=path, depth=len(path) // cls.steplen)

    @property
    def above_entries(self) -> str:
        """The path of a page that all entries stand below."""
        return self.path

    @property
    def has_feed(self) -> bool:
        """Whether one can subscribe to what is listed."""
        return self.entry_model.is_in_feeds

    def get_entries(self) -> QuerySet[BasePage]:
        """The published children as their own type, in the order of the tree."""
        return self.entry_model.objects.entries_of(self).published().order_by("path")

    def get_editions(self) -> EditionQuerySet:
        """The editions of what is listed, in every language and state."""
        return Edition.objects.filter(parent_path=self.path)

    def list_in(self, language: Language, filters: ListFilters) -> Listed:
        """What the list holds in this language beside what is chosen of its filters."""
        return Listed(self.path, language, filters.key, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``entries`` (a page of the list), ``filters`` and the entries ``elsewhere``."""
        filters = ListFilters.of(self.facets, request.GET)
        listed = self.list_in(active_language(), filters)
        paginator = Paginator(listed, self.entries_per_page)
        self.listed = paginator.get_page(request.GET.get("page"))
        self.filters = replace(filters, shown=filters_of(listed))
        return {
            **super().get_context(request, *args, **kwargs),
            "entries": self.listed,
            "filters": self.filters,
            "elsewhere": entries_elsewhere(listed),
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


def followed_editions(page: BasePage, language: Language, filters: ListFilters) -> EditionQuerySet:
    """What one who follows a page is told of: the public entries of a list, in one language.

    Of the home page, or another that is no list, those of every list below it.
    """
    if isinstance(page, ListingMixin):
        return page.list_in(language, filters).matching().live().in_language(language)
    models = [model for model in get_page_models() if model.is_in_feeds]
    return editions_of_types(models, page.path).in_language(language)
