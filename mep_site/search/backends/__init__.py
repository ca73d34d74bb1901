"""The search backend behind Wagtail's own search: ``Page.objects.search()``, choosers, lists.

``WAGTAILSEARCH_BACKENDS`` names this package. ``compiler`` turns Wagtail's queries into ours,
``queryset`` is what a search returns.
"""

from typing import Any

from modelsearch.backends.base import BaseIndex, BaseSearchBackend

from .compiler import AutocompleteQueryCompiler, SearchQueryCompiler
from .queryset import SearchResults


class Index(BaseIndex):
    """The one index, for all models."""

    def add_items(self, model: type, items: list[Any]) -> None:
        """Give these objects the entries that they have to have."""
        from ..index.writing import write

        write(items)

    def delete_item(self, item: Any) -> None:
        """Take an object out of the index."""
        from ..index.writing import remove

        remove(item)

    def reset(self) -> None:
        """Take everything out of the index."""
        from ..models import Entry

        Entry.objects.all().delete()


class Rebuilder:
    """What ``update_index`` does before and after it has added every object.

    Objects keep their old entries until they have new ones: the search answers all the time.
    """

    def __init__(self, index: Index) -> None:
        self.index = index

    def start(self) -> Index:
        return self.index

    def finish(self) -> None:
        """Take out what belongs to no object any more, and count terms anew."""
        from ..index.rebuilding import finish

        finish()


class SearchBackend(BaseSearchBackend):
    """Search in the index of this app, on SQLite and on PostgreSQL."""

    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    index_class = Index
    results_class = SearchResults
    rebuilder_class = Rebuilder
