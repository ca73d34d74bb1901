"""The lists of pages in the admin, with a column for each language.

Wagtail's status column knows one state for a page; what is down in one language would not show.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.pages.listing import (
    ExplorableIndexView,
    GenericPageFilterSet,
    PageListingMixin,
)
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.models import AbstractPage

from ...languages import Language, languages
from ...permissions import PermissionType, may
from ..bar import EditionBar
from ..scope import edit_url
from ..statuses import (
    ABSENT,
    STATUSES,
    EditionStatus,
    count_below,
    editions_of_all,
    pages_with,
    statuses_of,
    urgency_in,
)
from .paging import KeysFirst


class LanguageColumn(BaseColumn):
    """How the edition of a page in one language stands; :func:`attach_editions` has loaded it."""

    header_template_name = "translations/listing/language_header.html"
    cell_template_name = "translations/listing/language_cell.html"

    def __init__(self, language: Language, is_sortable: bool = True) -> None:
        super().__init__(
            f"language_{language.suffix}",
            label=language.short_name,
            classname="language-column",
            sort_key=f"status_{language.suffix}" if is_sortable else None,
            width="9%",
        )
        self.language = language

    def get_header_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add the language; the order of a search is that of relevance."""
        context = super().get_header_context_data(parent_context)
        is_searching = parent_context.get("is_searching")
        return context | {
            "language": self.language,
            "is_orderable": context["is_orderable"] and not is_searching,
        }

    def get_cell_context_data(self, instance: AbstractPage, parent_context: Any) -> dict[str, Any]:
        """Add the statuses, and where the user edits that text."""
        user = parent_context["request"].user
        edition = instance.listed_editions.get(self.language.code)
        may_edit = (
            may(user, PermissionType.EDIT, self.language)
            and instance.permissions_for_user(user).can_edit()
        )
        return super().get_cell_context_data(instance, parent_context) | {
            "language": self.language,
            "statuses": statuses_of(edition) if edition else [ABSENT],
            "edition": edition,
            "url": edit_url(instance, self.language) if may_edit else "",
        }


class NamedTitleColumn(PageTitleColumn):
    """The title, and its language where that is not the one of the admin."""

    cell_template_name = "translations/listing/title_cell.html"

    def get_cell_context_data(self, instance: AbstractPage, parent_context: Any) -> dict[str, Any]:
        """Add the language of the title if it has to be named."""
        title = instance.display_title
        is_foreign = title is not None and title.is_foreign
        return super().get_cell_context_data(instance, parent_context) | {
            "title_language": title.language if is_foreign else None
        }


def with_language_columns(
    columns: Iterable[BaseColumn], is_sortable: bool = True
) -> list[BaseColumn]:
    """Wagtail's columns with those of the languages in place of the status."""
    result: list[BaseColumn] = []
    for column in columns:
        if column.name == "title":
            result.append(_named(column))
        elif column.name == "status":
            result += [LanguageColumn(language, is_sortable) for language in languages()]
        else:
            result.append(column)
    return result


def _named(column: BaseColumn) -> NamedTitleColumn:
    return NamedTitleColumn(
        column.name, label=column.label, sort_key=column.sort_key, classname=column.classname
    )


def attach_editions(pages: Iterable[AbstractPage]) -> None:
    """Load the editions of the pages of a list with one query, for its columns."""
    pages = list(pages)
    editions = editions_of_all(pages)
    for page in pages:
        page.listed_editions = editions[page.pk]


# Filters


def status_choices() -> list[tuple[str, Any]]:
    """The statuses that pages can be narrowed down to."""
    return [(status.name, status.label) for status in STATUSES]


class StatusFilter(django_filters.MultipleChoiceFilter):
    """Pages of whose edition in one language any of the chosen things can be said."""

    def __init__(self, language: Language) -> None:
        super().__init__(label=language.name, choices=status_choices, widget=CheckboxSelectMultiple)
        self.language = language

    def filter(self, qs: QuerySet, value: list[str]) -> QuerySet:
        """By the keys of the pages, so that a search can be narrowed down too."""
        chosen = [status for status in STATUSES if status.name in value]
        return qs.filter(pk__in=pages_with(self.language, chosen)) if chosen else qs


# Wagtail's filters, and those for the state of each language.
EditionFilterSet: type[GenericPageFilterSet] = type(
    "EditionFilterSet",
    (GenericPageFilterSet,),
    {f"status_{language.suffix}": StatusFilter(language) for language in languages()},
)


# Legend


@dataclass(frozen=True)
class LegendRow:
    """A status with the number of pages for which it holds in each language."""

    status: EditionStatus
    counts: list[tuple[str, int]]


class Legend(Component):
    """What the states of a list mean, and how many of its pages are in them.

    A number leads to those pages. ``page`` is the one that is shown; those below it are counted.
    """

    template_name = "translations/listing/legend.html"

    def __init__(self, page: AbstractPage, index_url: str) -> None:
        self.page, self.index_url = page, index_url

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        counts = count_below(self.page)
        return {
            "languages": languages(),
            "rows": [self._row(status, counts) for status in STATUSES],
        }

    def _row(self, status: EditionStatus, counts: dict[str, dict[str, int]]) -> LegendRow:
        cells = [
            (
                f"{self.index_url}?status_{language.suffix}={status.name}",
                counts.get(language.code, {}).get(status.name, 0),
            )
            for language in languages()
        ]
        return LegendRow(status, cells)


# Views


class ListsEditions(PageListingMixin):
    """For a list of pages: loads their editions, and orders by those of one language."""

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """By urgency where a language is to be ordered by, then by the place in the tree."""
        ordering = self.ordering or ""
        for language in languages():
            if ordering.removeprefix("-") == f"status_{language.suffix}":
                urgency = urgency_in(language)
                first = urgency.desc() if ordering.startswith("-") else urgency.asc()
                return queryset.order_by(first, "path")
        ordered = super().order_queryset(queryset)
        if self.is_searching or ordering == "ord":
            return ordered
        # Always the same order, from whichever end it is read.
        return ordered.order_by(*ordered.query.order_by, "pk")

    def get_valid_orderings(self) -> list[str]:
        """Without those of languages in a search, whose results come from the index."""
        orderings = super().get_valid_orderings()
        if self.is_searching:
            return [each for each in orderings if "status_" not in each]
        return orderings

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Load the editions of the pages that are shown."""
        context = super().get_context_data(**kwargs)
        attach_editions(context["object_list"])
        return context


# More pages than these nobody puts in order by dragging, and a browser hardly shows them at once.
MOST_TO_ORDER = 500


class EditionIndexView(ListsEditions, ExplorableIndexView):
    """The explorer; names the state of each language, of the parent too."""

    paginator_class = KeysFirst
    base_columns = with_language_columns(ExplorableIndexView.base_columns)
    template_name = "translations/listing/explorer.html"
    results_template_name = "translations/listing/explorer_results.html"

    def get_base_queryset(self) -> QuerySet:
        """As Wagtail's, but not asked of each page where a user may see all that are shown."""
        sees_all = self.permission_policy.explores_all_below(self.request.user, self.parent_page)
        if self.is_searching or self.is_filtering or not sees_all:
            return super().get_base_queryset()
        return self.annotate_queryset(self.model._default_manager.child_of(self.parent_page))

    @cached_property
    def has_too_many_to_order(self) -> bool:
        """Whether the order of the pages in the tree is asked for, and they are too many."""
        return self.ordering == self.sort_order_field and self.parent_page.numchild > MOST_TO_ORDER

    @cached_property
    def show_ordering_column(self) -> bool:
        """Whether pages can be dragged; if not, the list has pages of its own."""
        return super().show_ordering_column and not self.has_too_many_to_order

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the languages of the parent, and the legend."""
        context = super().get_context_data(**kwargs)
        context["most_to_order"] = self.has_too_many_to_order and MOST_TO_ORDER
        context["legend"] = Legend(self.parent_page, self.index_url)
        if not self.parent_page.is_root():
            context["edition_bar"] = EditionBar(self.parent_page, None, self.request.user)
        return context


class EditionUseView(ListsEditions, ContentTypeUseView):
    """The pages of one type."""


class EditionSearchView(ListsEditions, SearchView):
    """The search of pages."""

    columns = with_language_columns(SearchView.columns, is_sortable=False)
    template_name = "wagtailadmin/pages/search.html"
