"""Where pages stand in the tree: the pages above them, for many pages with one query."""

from collections.abc import Iterator, Sequence

from wagtail.models import AbstractPage


def places_of(pages: Sequence[AbstractPage]) -> Iterator[list[int]]:
    """The primary keys of the pages above each page, without the root of the tree, and its own."""
    above = {page.pk: _paths_above(page) for page in pages}
    every_type = pages[0]._meta.get_field("path").model
    paths = {path for found in above.values() for path in found}
    keys = dict(every_type.objects.filter(path__in=paths).values_list("path", "pk"))
    for page in pages:
        yield [*(keys[path] for path in above[page.pk] if path in keys), page.pk]


def _paths_above(page: AbstractPage) -> list[str]:
    steps = range(2 * page.steplen, len(page.path), page.steplen)
    return [page.path[:length] for length in steps]
