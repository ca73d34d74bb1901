"""What other apps add to the search, which must not know them: filters, names, views of the admin.

They register in the ``ready`` of their app configuration.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.snippets.views.snippets import SnippetViewSet

Labels = dict[str, Any]


@dataclass(frozen=True)
class SearchFilter:
    """A fact that results can be narrowed to.

    ``name`` is the parameter in the address, ``mark`` the name of the mark in the index. ``labels``
    is called with the values that occur and returns what to call those that can be chosen, in the
    order in which they are listed.
    """

    name: str
    mark: str
    title: Any
    labels: Callable[[Iterable[str]], Labels]
    position: int


_filters: dict[str, SearchFilter] = {}
_names: list[Callable[[], Iterable[tuple[str, ...]]]] = []
_viewsets: list[type[SnippetViewSet]] = []


def register_filter(new: SearchFilter) -> None:
    """Offer a filter on the search page; one of the same name is replaced."""
    _filters[new.name] = new


def filters() -> list[SearchFilter]:
    """All filters, in the order in which they are offered."""
    return sorted(_filters.values(), key=lambda each: each.position)


def register_names(source: Callable[[], Iterable[tuple[str, ...]]]) -> None:
    """Let names that mean the same be found by each other; asked for with every search."""
    if source not in _names:
        _names.append(source)


def names() -> Iterable[tuple[str, ...]]:
    """All groups of names that mean the same."""
    for source in _names:
        yield from source()


def register_viewset(viewset: type[SnippetViewSet]) -> None:
    """Let editors keep a list under the search's entry of the menu."""
    if viewset not in _viewsets:
        _viewsets.append(viewset)


def viewsets() -> list[type[SnippetViewSet]]:
    """The views of the lists that other apps add, in the order in which they registered them."""
    return list(_viewsets)
