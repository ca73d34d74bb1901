"""Pages of a long list, wherever they are in it."""

from collections.abc import Sequence

from django.core.paginator import Page
from django.db.models import QuerySet
from wagtail.admin.paginator import WagtailPaginator

from ...models.long_querysets import between


class KeysFirst(WagtailPaginator):
    """Finds the keys of what a page shows, before anything else of it is read.

    These an index can have in their order. The results of a search, which has an index of its own,
    are left to that.
    """

    def page(self, number: int | str) -> Page:
        page = super().page(number)
        if isinstance(self.object_list, QuerySet):
            keys = self.keys((page.number - 1) * self.per_page, page.end_index())
            page.object_list = self._found(keys)
        return page

    def _found(self, keys: Sequence[int]) -> QuerySet:
        """Those with these keys; by which the others were left out is not asked once more."""
        found = self.object_list.all()
        found.query.clear_where()
        return found.filter(pk__in=keys)

    def keys(self, start: int, stop: int) -> Sequence[int]:
        """The keys of what stands between two places of the list."""
        keys = self.object_list.values_list("pk", flat=True)
        return between(keys, self.count, start, stop)
