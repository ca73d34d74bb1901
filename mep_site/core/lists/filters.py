"""The filters above a list: what is chosen, what can be, and how many entries each choice shows.

Every choice that is offered leads somewhere: one query counts, for all facets together, what each
value would show beside the values that are chosen of the others. The numbers are remembered for as
long as nothing public changes.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Value
from django.utils.http import urlencode
from django.utils.translation import pgettext

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import active_language
from mep_site.translations.languages.text import LocalizedText
from mep_site.translations.models.edition import EditionQuerySet

from .facets import Facet
from .listed import REMEMBERED, Listed

MAX_LENGTH = 100


@dataclass(frozen=True)
class FacetChoice:
    """A value of a facet, how it is called, and how many entries have it."""

    value: str
    label: LocalizedText
    count: int


@dataclass(frozen=True)
class ListFilter:
    """A facet in the form above a list: its choices, and the one that is chosen.

    ``without`` is what stays chosen when it is not, as the end of an address.
    """

    facet: Facet
    choices: list[FacetChoice] = field(default_factory=list)
    chosen: FacetChoice | None = None
    without: str = ""


@dataclass(frozen=True)
class ListFilters:
    """The filters of a list as the visitor has set them, by the names of the facets.

    ``shown`` are those of the form, as far as they were counted.
    """

    facets: tuple[Facet, ...]
    values: dict[str, str]
    shown: list[ListFilter] = field(default_factory=list)

    @classmethod
    def of(cls, facets: tuple[Facet, ...], parameters: Mapping[str, str]) -> "ListFilters":
        """What the parameters of an address say of these facets; empty ones say nothing."""
        given = {facet.name: _clean(parameters.get(facet.name, "")) for facet in facets}
        return cls(facets, {name: value for name, value in given.items() if value})

    @property
    def is_active(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.values)

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        """What is chosen, in the order of the facets."""
        return tuple(self.values.items())

    @property
    def query(self) -> str:
        """What is chosen as the end of an address, with its question mark; else empty."""
        return _query(self.values)

    @property
    def chosen(self) -> list[ListFilter]:
        """The filters that are set, in the order of the form."""
        return [each for each in self.shown if each.chosen]

    @property
    def chosen_values(self) -> list[tuple[Facet, str]]:
        """The facets that are set, with their values as the address has them."""
        return [(each, self.values[each.name]) for each in self.facets if each.name in self.values]

    def offers(self, name: str, value: str) -> bool:
        """Whether the form above the list has this value, "all" included."""
        return any(
            not value or any(choice.value == value and choice.count for choice in each.choices)
            for each in self.shown
            if each.facet.name == name
        )


@by_version(REMEMBERED)
def filters_of(listed: Listed) -> list[ListFilter]:
    """The filters of a list, in its language, which is the active one."""
    counts = _counts(listed)
    filters = [_filter(facet, counts[facet.name], listed) for facet in listed.index.facets]
    return [each for each in filters if each.choices or each.chosen]


def _counts(listed: Listed) -> dict[str, dict[str, int]]:
    """How many entries have each key of each facet, by the names of the facets; one query."""
    selects = [
        facet.counted(_beside(listed, facet)).values_list(Value(facet.name), "choice", "count")
        for facet in listed.index.facets
    ]
    found: dict[str, dict[str, int]] = defaultdict(dict)
    if selects:
        for name, key, count in selects[0].union(*selects[1:], all=True):
            if count:
                found[name][key] = count
    return found


def _beside(listed: Listed, facet: Facet) -> EditionQuerySet:
    """The editions with what is chosen of the other facets."""
    return listed.matching(but=facet).live().in_language(listed.language).order_by()


def _filter(facet: Facet, counts: Mapping[str, int], listed: Listed) -> ListFilter:
    choices = [
        FacetChoice(known.value, known.label, counts[key])
        for key, known in facet.values(counts).items()
    ]
    chosen_values = dict(listed.chosen)
    value = chosen_values.pop(facet.name, None)
    if not value:
        return ListFilter(facet, choices)
    chosen = next((choice for choice in choices if choice.value == value), None)
    if not chosen:
        chosen = FacetChoice(value, facet.label_of(value) or _unknown(), 0)
        choices = [chosen, *choices]
    return ListFilter(facet, choices, chosen, _query(chosen_values))


def _clean(value: str) -> str:
    """A value as it was typed, without what no database takes."""
    return value.replace("\0", "").strip()[:MAX_LENGTH]


def _query(values: Mapping[str, str]) -> str:
    return f"?{urlencode(values)}" if values else ""


def _unknown() -> LocalizedText:
    """What stands for a value that does not exist: no address writes the title of a list."""
    return LocalizedText(pgettext("value of a filter", "unknown choice"), active_language())
