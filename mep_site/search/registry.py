"""What other apps add to the search, which must not know them: filters, marks, names, views.

They register in the ``ready`` of their app configuration.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from wagtail.snippets.views.snippets import SnippetViewSet

Labels = dict[str, Any]
# Names of marks in the index, and the value that an object has under each.
Marks = list[tuple[str, Any]]
# What is asked of objects of one model for the marks of each of them, in their order.
MarkSource = Callable[[Sequence[Model]], Iterable[Marks]]


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


@dataclass(frozen=True)
class Offer:
    """What somebody may be looking for who types just its name: its kind, its name, its address."""

    kind: Any
    name: Any
    url: str


# What is asked with each query, for what has such a name.
OfferSource = Callable[[HttpRequest, str], Iterable[Offer]]

_offer_sources: list[OfferSource] = []
_filters: dict[str, SearchFilter] = {}
_mark_sources: dict[type[Model], MarkSource] = {}
_names: list[Callable[[], Iterable[tuple[str, ...]]]] = []
_viewsets: list[type[SnippetViewSet]] = []


def register_filter(new: SearchFilter) -> None:
    """Offer a filter on the search page; one of the same name is replaced."""
    _filters[new.name] = new


def filters() -> list[SearchFilter]:
    """All filters, in the order in which they are offered."""
    return sorted(_filters.values(), key=lambda each: each.position)


def register_marks(model: type[Model], source: MarkSource) -> None:
    """Let objects of this model, and of those that derive from it, be narrowed down to by marks."""
    _mark_sources[model] = source


def marks_of(objects: Sequence[Model]) -> list[Marks]:
    """The marks that other apps know of each of these objects, which are of one model."""
    found: list[Marks] = [[] for _ in objects]
    for model, source in _mark_sources.items():
        if isinstance(objects[0], model):
            for own, marks in zip(found, source(objects), strict=True):
                own.extend(marks)
    return found


def register_names(source: Callable[[], Iterable[tuple[str, ...]]]) -> None:
    """Let names that mean the same be found by each other; asked for with every search."""
    if source not in _names:
        _names.append(source)


def names() -> Iterable[tuple[str, ...]]:
    """All groups of names that mean the same."""
    for source in _names:
        yield from source()


def register_offers(source: OfferSource) -> None:
    """Let what is no page be found above the results by its name."""
    if source not in _offer_sources:
        _offer_sources.append(source)


def offers(request: HttpRequest, text: str) -> list[Offer]:
    """What has the name that was typed."""
    return [offer for source in _offer_sources for offer in source(request, text)]


def register_viewset(viewset: type[SnippetViewSet]) -> None:
    """Let editors keep a list under the search's entry of the menu."""
    if viewset not in _viewsets:
        _viewsets.append(viewset)


def viewsets() -> list[type[SnippetViewSet]]:
    """The views of the lists that other apps add, in the order in which they registered them."""
    return list(_viewsets)
