"""What the results can be narrowed to, with the number of results for each choice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import swapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import localized

from ..index.rebuilding import indexed_models
from ..index.result_kinds import result_kind_of
from ..registry import Labels, SearchFilter, filters, register_filter
from .finding import Hit


@dataclass(frozen=True)
class FilterChoice:
    """A value that can be chosen, and how many of the results have it."""

    value: str
    label: Any
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class OfferedFilter:
    """A filter with the choices that there are."""

    name: str
    title: Any
    choices: list[FilterChoice]

    @property
    def chosen(self) -> FilterChoice | None:
        """The choice that the results are narrowed to."""
        return next((choice for choice in self.choices if choice.is_chosen), None)


def offered(hits: Iterable[Hit], chosen: Mapping[str, str]) -> list[OfferedFilter]:
    """The filters that these hits can be narrowed by, with counts; those chosen among them."""
    counts = _counts(hits)
    found = []
    for each in filters():
        values = counts[each.mark]
        value = chosen.get(each.name)
        labels = _labels(each, frozenset([value] if value else values), active_language())
        if value and value not in labels:
            # Whatever was chosen can be removed again.
            labels = {**labels, value: value}
        choices = [
            FilterChoice(key, label, values[key], key == value) for key, label in labels.items()
        ]
        if value or len(choices) > 1:
            found.append(OfferedFilter(each.name, each.title, choices))
    return found


@by_version(maxsize=256)
def _labels(each: SearchFilter, values: frozenset[str], language: Language) -> Labels:
    """What these values are called in a language, which is the active one."""
    return each.labels(values)


def _counts(hits: Iterable[Hit]) -> dict[str, Counter[str]]:
    """How many of the hits have each value of each mark, by the name of the mark."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for hit in hits:
        for mark in set(hit.entry.marks.split()):
            name, _, value = mark.partition("=")
            counts[name][value] += 1
    return counts


def register_own_filters() -> None:
    """Offer what can be told of any page."""
    register_filter(SearchFilter("type", "type", pgettext_lazy("filter", "Type"), type_labels, 10))
    register_filter(
        SearchFilter(
            "section", "section", pgettext_lazy("of the site", "Section"), section_labels, 20
        )
    )
    register_filter(SearchFilter("year", "year", _("Year"), year_labels, 50))


def type_labels(values: Iterable[str]) -> Labels:
    """The names of kinds of things."""
    wanted = set(values)
    kinds = map(result_kind_of, indexed_models())
    named = {kind.mark: kind.plural for kind in kinds if kind.mark in wanted}
    return dict(sorted(named.items(), key=lambda item: str(item[1])))


def section_labels(values: Iterable[str]) -> Labels:
    """The titles of the sections of the main menu."""
    return page_labels(swapper.load_model("wagtailcore", "Page"), values)


def page_labels(model: Any, values: Iterable[str]) -> Labels:
    """The titles of those of these pages that are of a model, in the order of the tree."""
    keys = [int(value) for value in values if value.isdecimal() and len(value) < 10]
    pages = model.objects.filter(pk__in=keys).published().order_by("path")
    return {str(page.pk): localized(page, "title") for page in pages}


def year_labels(values: Iterable[str]) -> Labels:
    """Years, the newest first."""
    return {value: value for value in sorted(set(values), reverse=True) if value.isdecimal()}
