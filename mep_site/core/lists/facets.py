"""Filters of a list: by year, topic, department, country, leader.

An index page names its facets. Their values stand in the address, ``?topic=water&year=2019``. A
facet tells editions apart; ``filters`` reads addresses and counts what each choice leads to.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CharField, Count, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, Substr
from modelcluster.fields import ParentalKey
from wagtail.models import AbstractPage

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.dates import PartialDate, format_partial_date
from mep_site.translations.languages.text import LocalizedText, localized
from mep_site.translations.models.edition import EditionQuerySet


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet as addresses have it, and how it is called."""

    value: str
    label: LocalizedText


@dataclass(frozen=True)
class Facet(ABC):
    """A property by whose values a list is filtered. ``name`` is the parameter of the address."""

    name: str
    label: Any

    @abstractmethod
    def matching(self, editions: EditionQuerySet, value: str) -> EditionQuerySet:
        """The editions of the pages with this value; none if there is no such value."""

    @abstractmethod
    def counted(self, editions: EditionQuerySet) -> QuerySet:
        """The keys that the editions have, as ``choice``, and of how many pages, as ``count``."""

    @abstractmethod
    def values(self, counts: Mapping[str, int]) -> dict[str, FacetValue]:
        """The values that were counted by their keys, in the order in which they are offered."""

    @abstractmethod
    def label_of(self, value: str) -> LocalizedText | None:
        """How a value is called, whether it was counted or not; ``None`` if there is none such."""


@dataclass(frozen=True)
class YearFacet(Facet):
    """The year of the date by which the list is sorted."""

    def matching(self, editions: EditionQuerySet, value: str) -> EditionQuerySet:
        year = _year(value)
        if not year:
            return editions.none()
        # A range, so that the index serves.
        return editions.filter(date__gte=str(year), date__lte=f"{year}-12-31")

    def counted(self, editions: EditionQuerySet) -> QuerySet:
        dated = editions.exclude(date="")
        return _grouped(dated, Substr("date", 1, 4), Count("pk"))

    def values(self, counts: Mapping[str, int]) -> dict[str, FacetValue]:
        newest_first = sorted(counts, reverse=True)
        return {key: FacetValue(key, self.label_of(key) or _here(key)) for key in newest_first}

    def label_of(self, value: str) -> LocalizedText | None:
        year = _year(value)
        if not year:
            return None
        # The year and its abbreviation stay on one line.
        return _here(format_partial_date(year, active_language()).replace(" ", "\u00a0"))


@dataclass(frozen=True)
class ChoiceFacet(Facet):
    """A field with ``choices`` that the pages of the list have, whose type is ``model``."""

    model: str = ""
    field: str = ""
    choices: Any = ()

    def matching(self, editions: EditionQuerySet, value: str) -> EditionQuerySet:
        pages = QuerySet(apps.get_model(self.model)).filter(**{self.field: value})
        return editions.filter(page__in=pages.values("pk"))

    def counted(self, editions: EditionQuerySet) -> QuerySet:
        # Without modeltranslation, whose querysets exchange columns.
        pages = QuerySet(apps.get_model(self.model)).filter(pk__in=editions.values("page"))
        return _grouped(pages.order_by(), Cast(self.field, CharField()), Count("pk"))

    def values(self, counts: Mapping[str, int]) -> dict[str, FacetValue]:
        labels = dict(self.choices.choices)
        return {key: FacetValue(key, _here(str(labels[key]))) for key in labels if key in counts}

    def label_of(self, value: str) -> LocalizedText | None:
        label = dict(self.choices.choices).get(value)
        return _here(str(label)) if label else None


@dataclass(frozen=True)
class TargetFacet(Facet):
    """Something that pages refer to or stand below, known in addresses by its ``key``.

    It is called by its translated field ``title`` and offered in the order of ``position``. Pages
    are offered as far as they are public.
    """

    key = "slug"
    title = "title"
    position = "path"

    @property
    @abstractmethod
    def target(self) -> type[Model]:
        """The model of what is referred to."""

    def values(self, counts: Mapping[str, int]) -> dict[str, FacetValue]:
        known = _known_targets(self, active_language())
        return {str(pk): value for pk, value in known.items() if str(pk) in counts}

    def label_of(self, value: str) -> LocalizedText | None:
        known = _known_targets(self, active_language()).values()
        return next((each.label for each in known if each.value == value), None)

    def targets(self) -> QuerySet:
        """What can be referred to, as far as the public can see it."""
        everything = self.target._default_manager.all()
        if issubclass(self.target, AbstractPage):
            # The table is of that type anyway; named, the few are found by the index of types.
            everything = everything.published().exact_type(self.target)
        return everything.order_by(self.position, "pk")


@by_version()
def _known_targets(facet: TargetFacet, language: Language) -> dict[Any, FacetValue]:
    """Every target by its primary key, named in this language, which is the active one."""
    return {
        each.pk: FacetValue(getattr(each, facet.key), localized(each, facet.title))
        for each in facet.targets()
    }


@dataclass(frozen=True)
class RelatedFacet(TargetFacet):
    """What pages refer to by the key ``to`` of their ``rows``."""

    rows: str = ""
    to: str = ""
    key: str = "slug"
    title: str = "name"
    position: str = "sort_order"

    @property
    def target(self) -> type[Model]:
        return self.row._meta.get_field(self.to).related_model

    def matching(self, editions: EditionQuerySet, value: str) -> EditionQuerySet:
        targets = self.targets().filter(**{self.key: value}).order_by()
        rows = self.row.objects.filter(**{f"{self.to}__in": targets.values("pk")})
        return editions.filter(page__in=rows.order_by().values(self._page))

    def counted(self, editions: EditionQuerySet) -> QuerySet:
        own = {f"{self._page}__in": editions.values("page"), f"{self.to}__isnull": False}
        # Without modeltranslation, whose querysets exchange columns.
        rows = QuerySet(self.row).filter(**own).order_by()
        # A page may name the same thing twice.
        return _grouped(rows, Cast(self.to, CharField()), Count(self._page, distinct=True))

    @property
    def row(self) -> type[Model]:
        """The model of the rows."""
        return apps.get_model(self.rows)

    @property
    def relation(self) -> str:
        """The name by which a page has the rows."""
        return self.row._meta.get_field(self._page).remote_field.get_accessor_name()

    @property
    def _page(self) -> str:
        return next(each.name for each in self.row._meta.fields if isinstance(each, ParentalKey))


@dataclass(frozen=True)
class AncestorFacet(TargetFacet):
    """A page of type ``model`` that the pages of the list stand below."""

    model: str = ""

    @property
    def target(self) -> type[Model]:
        return apps.get_model(self.model)

    def matching(self, editions: EditionQuerySet, value: str) -> EditionQuerySet:
        path = self.targets().filter(slug=value).order_by().values("path")[:1]
        return editions.filter(parent_path__startswith=Subquery(path))

    def counted(self, editions: EditionQuerySet) -> QuerySet:
        # By an interval, which an index finds; the database would compare every path otherwise.
        last = Concat(OuterRef("path"), Value("ZZZZ"))
        below = editions.filter(parent_path__gte=OuterRef("path"), parent_path__lte=last)
        one = below.annotate(all=Value(1)).values("all")
        count = Coalesce(Subquery(one.annotate(count=Count("pk")).values("count")), 0)
        owners = QuerySet(self.target, query=self.targets().order_by().query.chain())
        return owners.annotate(choice=Cast("pk", CharField()), count=count)


def _grouped(rows: QuerySet, choice: Any, count: Any) -> QuerySet:
    return rows.annotate(choice=choice).values("choice").annotate(count=count)


def _year(value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if len(value) == len("2019") else None
    except ValueError:
        return None


def _here(text: str) -> LocalizedText:
    return LocalizedText(text, active_language())
