"""Filters of a list: by year, topic, department, country, leader.

An index page names its facets. Their values stand in the address, ``?topic=water&year=2019``, and
every choice that is offered leads somewhere: one query counts, for all facets together, what each
value would show beside the values that are chosen of the others.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import CharField, Count, F, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, Substr
from django.utils.http import urlencode
from django.utils.translation import pgettext
from wagtail.models import AbstractPage

from mep_site.translations.languages import active_language, languages
from mep_site.translations.languages.dates import PartialDate, format_partial_date
from mep_site.translations.languages.text import LocalizedText, localized

from .counting import grouped_counts

MAX_LENGTH = 100


@dataclass(frozen=True)
class FacetChoice:
    """A value of a facet, how it is called, and how many entries have it."""

    value: str
    label: LocalizedText
    count: int


@dataclass(frozen=True)
class Facet(ABC):
    """A property by whose values a list is filtered. ``name`` is the parameter of the address."""

    name: str
    label: Any

    newest_first = False

    @abstractmethod
    def matching(self, entries: QuerySet, value: str) -> QuerySet:
        """The entries with this value; none if there is no such value."""

    @abstractmethod
    def counted(self, entries: QuerySet) -> QuerySet:
        """The values that the entries have, in the columns that :func:`_columns` selects."""

    @abstractmethod
    def label_of(self, value: str) -> LocalizedText | None:
        """How a value is called of which no entry was counted."""

    def read(self, row: tuple[Any, ...]) -> FacetChoice:
        """The choice that a row of :meth:`counted` describes."""
        value, names, count = row[0], row[2:-1], row[-1]
        return FacetChoice(value, _first(names) or _here(value), count)


@dataclass(frozen=True)
class YearFacet(Facet):
    """The year of a partial date."""

    column: str = "date"

    newest_first = True

    def matching(self, entries: QuerySet, value: str) -> QuerySet:
        year = _year(value)
        if not year:
            return entries.none()
        # A range, so that the index of the column serves.
        first, last = str(year), f"{year}-12-31"
        return entries.filter(**{f"{self.column}__gte": first, f"{self.column}__lte": last})

    def counted(self, entries: QuerySet) -> QuerySet:
        year = Substr(Cast(self.column, CharField(max_length=10)), 1, 4)
        dated = _plain(entries).exclude(**{self.column: ""})
        return _columns(dated.annotate(value=year, position=year))

    def label_of(self, value: str) -> LocalizedText | None:
        year = _year(value)
        if not year:
            return None
        # The year and its abbreviation stay on one line.
        return _here(format_partial_date(year, active_language()).replace(" ", "\u00a0"))

    def read(self, row: tuple[Any, ...]) -> FacetChoice:
        return FacetChoice(row[0], self.label_of(row[0]) or _here(row[0]), row[-1])


@dataclass(frozen=True)
class RelatedFacet(Facet):
    """Something that entries refer to by their rows.

    ``through`` leads from an entry to the ``model`` of it, which is known in addresses by ``key``
    and called by its translated field ``title``. Pages are offered as far as they are public.
    """

    model: str = ""
    through: str = ""
    key: str = "slug"
    title: str = "name"
    position: str = "sort_order"

    def matching(self, entries: QuerySet, value: str) -> QuerySet:
        having = QuerySet(entries.model).filter(
            **{f"{self.through}__in": self._targets().filter(**{self.key: value}).values("pk")}
        )
        return entries.filter(pk__in=having.values("pk"))

    def counted(self, entries: QuerySet) -> QuerySet:
        # The filter first: the columns are then of the very rows that it lets through.
        having = _plain(entries).filter(**{f"{self.through}__in": self._targets().values("pk")})
        return _columns(
            having.annotate(
                value=F(f"{self.through}__{self.key}"),
                position=Cast(f"{self.through}__{self.position}", CharField()),
            ),
            f"{self.through}__{self.title}",
        )

    def label_of(self, value: str) -> LocalizedText | None:
        target = self._targets().filter(**{self.key: value}).first()
        return localized(target, self.title) if target else None

    def _targets(self) -> QuerySet:
        return _public(apps.get_model(self.model))


@dataclass(frozen=True)
class AncestorFacet(Facet):
    """A page of type ``model`` that entries stand below."""

    model: str = ""

    def matching(self, entries: QuerySet, value: str) -> QuerySet:
        path = self._targets().filter(slug=value).values("path")[:1]
        return entries.filter(path__startswith=Subquery(path))

    def counted(self, entries: QuerySet) -> QuerySet:
        # By an interval, which an index finds; the database would compare every path otherwise.
        last = Concat(OuterRef("path"), Value("ZZZZ"))
        below = _plain(entries).filter(path__gt=OuterRef("path"), path__lte=last)
        one = below.annotate(all=Value(1)).values("all")
        count = Coalesce(Subquery(one.annotate(count=Count("pk")).values("count")), 0)
        owners = _plain(self._targets()).annotate(value=F("slug"), position=F("path"))
        return _columns(owners, "title", count=count).filter(count__gt=0)

    def label_of(self, value: str) -> LocalizedText | None:
        target = self._targets().filter(slug=value).first()
        return localized(target, "title") if target else None

    def _targets(self) -> QuerySet:
        return _public(apps.get_model(self.model))


@dataclass
class ListFilter:
    """A facet in the form above a list: its choices, and the one that is chosen."""

    facet: Facet
    choices: list[FacetChoice] = field(default_factory=list)
    chosen: FacetChoice | None = None
    without: str = ""


@dataclass
class ListFilters:
    """The filters of a list as the visitor has set them, by the names of the facets."""

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
    def query(self) -> str:
        """What is chosen as the end of an address, with its question mark; else empty."""
        return _query(self.values)

    @property
    def chosen_values(self) -> list[tuple[Facet, str]]:
        """The facets that are set, with their values as the address has them."""
        return [(each, self.values[each.name]) for each in self.facets if each.name in self.values]

    @property
    def chosen(self) -> list[ListFilter]:
        """The filters that are set, in the order of the form."""
        return [each for each in self.shown if each.chosen]

    def offers(self, name: str, value: str) -> bool:
        """Whether the form above the list has this value, "all" included."""
        return any(
            not value or any(choice.value == value and choice.count for choice in each.choices)
            for each in self.shown
            if each.facet.name == name
        )

    def apply(self, entries: QuerySet, but: Facet | None = None) -> QuerySet:
        """The entries that have all chosen values, leaving one facet aside."""
        for facet in self.facets:
            if facet.name in self.values and facet is not but:
                entries = facet.matching(entries, self.values[facet.name])
        return entries

    def load(self, entries: QuerySet) -> None:
        """Count the choices of all facets among the entries of the list, with one query."""
        counted = self._counted(entries)
        filters = [self._filter(facet, counted[facet.name]) for facet in self.facets]
        self.shown = [each for each in filters if each.choices or each.chosen]

    def _counted(self, entries: QuerySet) -> dict[str, list[FacetChoice]]:
        by_facet: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        selects = [
            facet.counted(self.apply(entries, but=facet)).values_list(
                Value(facet.name), *_column_names()
            )
            for facet in self.facets
        ]
        if selects:
            for name, *row in grouped_counts(selects[0].union(*selects[1:], all=True)):
                by_facet[name].append(tuple(row))
        return {
            facet.name: [
                facet.read(row)
                for row in sorted(by_facet[facet.name], key=_place, reverse=facet.newest_first)
            ]
            for facet in self.facets
        }

    def _filter(self, facet: Facet, choices: list[FacetChoice]) -> ListFilter:
        value = self.values.get(facet.name)
        if not value:
            return ListFilter(facet, choices)
        chosen = next((choice for choice in choices if choice.value == value), None)
        if not chosen:
            chosen = FacetChoice(value, facet.label_of(value) or _unknown(), 0)
            choices = [chosen, *choices]
        others = {name: text for name, text in self.values.items() if name != facet.name}
        return ListFilter(facet, choices, chosen, _query(others))


def _clean(value: str) -> str:
    """A value as it was typed, without what no database takes."""
    return value.replace("\0", "").strip()[:MAX_LENGTH]


def _query(values: Mapping[str, str]) -> str:
    return f"?{urlencode(values)}" if values else ""


def _year(value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if len(value) == len("2019") else None
    except ValueError:
        return None


def _public(model: type[Model]) -> QuerySet:
    everything = model._default_manager.all()
    if not issubclass(model, AbstractPage):
        return everything
    # The table is of that type anyway; named, the few pages are found by the index of types.
    return everything.published().exact_type(model)


def _plain(entries: QuerySet) -> QuerySet:
    """The same entries without modeltranslation, whose querysets exchange names of columns."""
    return QuerySet(entries.model, query=entries.query.chain()).order_by().select_related(None)


def _column_names() -> list[str]:
    return ["value", "position", *(f"name_{each.suffix}" for each in languages()), "count"]


def _columns(rows: QuerySet, title: str = "", count: Any = None) -> QuerySet:
    """One row for each value, with its place, its name in every language and its count."""
    names = {
        f"name_{language.suffix}": F(language.column(title)) if title else Value("")
        for language in languages()
    }
    grouped = rows.annotate(**names)
    if count is None:
        grouped = grouped.values("value", "position", *names)
    return grouped.annotate(count=Count("pk", distinct=True) if count is None else count)


def _place(row: tuple[Any, ...]) -> tuple[int, str]:
    """By the position, which is a number or a path of a fixed length as text."""
    return len(row[1]), row[1]


def _first(names: Iterable[str | None]) -> LocalizedText | None:
    """The name in the active language, else in the first that has one."""
    by_language = dict(zip(languages(), names, strict=True))
    for language in (active_language(), *languages()):
        if by_language[language]:
            return LocalizedText(by_language[language], language)
    return None


def _here(text: str) -> LocalizedText:
    return LocalizedText(text, active_language())


def _unknown() -> LocalizedText:
    """What stands for a value that does not exist: no address writes the title of a list."""
    return _here(pgettext("value of a filter", "unknown choice"))
