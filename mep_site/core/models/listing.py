"""Index pages: lists of the pages below them."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from mep_site.media.models import SiteImage
from mep_site.translations.languages import active_language, authoritative

from ..pictures import images_of
from .page import BasePage


class ListingMixin:
    """An index page that lists its children, a page of the list at a time.

    Only children with a text in the active language are listed; how many more there are in
    Chinese is said below the list.
    """

    entries_per_page = 20

    def get_entries(self) -> QuerySet[BasePage]:
        """The published children as their own type, in the order of the tree."""
        (entry_model,) = self.allowed_subpage_models()
        return entry_model.objects.child_of(self).published().order_by("path")

    @property
    def latest_entries(self) -> QuerySet[BasePage]:
        """The first few of the list in the active language, for the page above the index."""
        return self.get_entries().in_language(active_language())[:5]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``entries`` (a page of the list) and ``only_in_chinese`` (a count)."""
        language = active_language()
        everything = self.get_entries()
        paginator = Paginator(everything.in_language(language), self.entries_per_page)
        self.listed: Page = paginator.get_page(request.GET.get("page"))
        only_in_chinese = everything.in_language(authoritative()).not_in_language(language)
        return {
            **super().get_context(request, *args, **kwargs),
            "entries": self.listed,
            "only_in_chinese": 0 if language.is_authoritative else only_in_chinese.count(),
        }

    def shown_images(self) -> Iterator[SiteImage]:
        """Also the pictures of the listed pages."""
        yield from images_of(self)
        for entry in self.listed:
            yield from entry.list_images()
