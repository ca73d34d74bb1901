"""Where pages stand in the tree, as marks to filter by, for many pages with one query."""

from collections.abc import Iterator, Sequence

from django.contrib.contenttypes.models import ContentType
from wagtail.models import AbstractPage

# The root of the tree has 1 and the home page 2.
SECTION_DEPTH = 3

Places = list[tuple[str, int]]


def place_marks(pages: Sequence[AbstractPage]) -> Iterator[Places]:
    """The marks that each page has for its place.

    ``under`` names every page at or above it, without the root of the tree, and ``section`` the one
    that is a part of the main menu. A type of page may have a ``search_group``: all that stands at
    or below such a page is marked by that name too.
    """
    paths = {page.pk: _paths(page) for page in pages}
    every_type = pages[0]._meta.get_field("path").model
    asked = every_type.objects.filter(path__in={path for each in paths.values() for path in each})
    found = {
        path: list(_marks(*columns))
        for path, *columns in asked.values_list("path", "pk", "depth", "content_type_id")
    }
    for page in pages:
        yield [mark for path in paths[page.pk] for mark in found.get(path, ())]


def marks_below(parent: AbstractPage, page: AbstractPage) -> Places:
    """The marks that a page would have for its place as a child of this parent."""
    (above,) = place_marks([parent])
    return [*above, *_marks(page.pk, parent.depth + 1, page.content_type_id)]


def _paths(page: AbstractPage) -> list[str]:
    steps = range(2 * page.steplen, len(page.path) + 1, page.steplen)
    return [page.path[:length] for length in steps]


def _marks(pk: int, depth: int, content_type_id: int) -> Iterator[tuple[str, int]]:
    yield "under", pk
    if depth == SECTION_DEPTH:
        yield "section", pk
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    group = getattr(model, "search_group", "")
    if group:
        yield group, pk
