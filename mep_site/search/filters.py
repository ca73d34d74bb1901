"""What the results can be narrowed to, with the number of results for each choice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import swapper
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.translations.text import localized

from .finding import Hit
from .index.rebuilding import indexed_models
from .registry import Filter, Labels, filters, register_filter

SECTION_DEPTH = 3


@dataclass(frozen=True)
class Choice:
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
    choices: list[Choice]

    @property
    def chosen(self) -> Choice | None:
        """The choice that the results are narrowed to."""
        return next((choice for choice in self.choices if choice.is_chosen), None)


def offered(hits: Iterable[Hit], chosen: Mapping[str, str]) -> list[OfferedFilter]:
    """The filters that these hits can be narrowed by, with counts; those chosen among them."""
    counts = Counter(value for hit in hits for value in set(hit.entry.marks.split()))
    found = []
    for each in filters():
        values = {
            name.removeprefix(f"{each.mark}="): count
            for name, count in counts.items()
            if name.startswith(f"{each.mark}=")
        }
        value = chosen.get(each.name)
        labels = each.labels([value] if value else values)
        if value and value not in labels:
            # Whatever was chosen can be removed again.
            labels[value] = value
        choices = [
            Choice(key, label, values.get(key, 0), key == value) for key, label in labels.items()
        ]
        if value or len(choices) > 1:
            found.append(OfferedFilter(each.name, each.title, choices))
    return found


def register_own_filters() -> None:
    """Offer what can be told of any page."""
    register_filter(Filter("type", "type", pgettext_lazy("filter", "Type"), type_labels, 10))
    register_filter(Filter("section", "under", _("Section"), section_labels, 20))
    register_filter(Filter("year", "year", _("Year"), year_labels, 50))


def type_labels(values: Iterable[str]) -> Labels:
    """The names of kinds of things."""
    wanted = set(values)
    named = {
        model._meta.model_name: capfirst(model._meta.verbose_name_plural)
        for model in indexed_models()
        if model._meta.model_name in wanted
    }
    return dict(sorted(named.items(), key=lambda item: str(item[1])))


def section_labels(values: Iterable[str]) -> Labels:
    """The titles of the sections of the main menu."""
    return page_labels(swapper.load_model("wagtailcore", "Page"), values, depth=SECTION_DEPTH)


def page_labels(model: Any, values: Iterable[str], **conditions: Any) -> Labels:
    """The titles of those of these pages that are of a model, in the order of the tree."""
    keys = [int(value) for value in values if value.isdecimal() and len(value) < 10]
    pages = model.objects.filter(pk__in=keys, **conditions).published().order_by("path")
    return {str(page.pk): localized(page, "title") for page in pages}


def year_labels(values: Iterable[str]) -> Labels:
    """Years, the newest first."""
    return {value: value for value in sorted(set(values), reverse=True) if value.isdecimal()}
