"""Turns the queries of Wagtail's search into expressions of ours."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.db.models.functions import Cast
from modelsearch.backends.base import BaseSearchQueryCompiler
from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, PlainText, SearchQuery
from modelsearch.query import Phrase as Quotation
from modelsearch.utils import get_descendants_content_types_pks

from ..analysis.index_terms import phrases_in
from ..models import Entry
from ..query.expressions import (
    NOTHING,
    AllOf,
    AnyOf,
    Expression,
    Without,
    all_of,
    any_of,
)
from ..query.parser import Query, parse_query
from ..query.unfinished import unfinished


class SearchQueryCompiler(BaseSearchQueryCompiler):
    """A search for whole words.

    ``fields`` that are all titles search in titles only; any other choice searches everything.
    """

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True

    @property
    def in_title(self) -> bool:
        return bool(self.fields) and all(name.startswith("title") for name in self.fields)

    def matched(self) -> QuerySet:
        """The objects of the queryset that answer the query, in no particular order."""
        if isinstance(self.query, MatchAll):
            return self.queryset
        wanted, unwanted = self._signed(self.query)
        found = self.queryset if wanted is None else self.queryset.filter(pk__in=self._keys(wanted))
        return found if unwanted is None else found.exclude(pk__in=self._keys(unwanted))

    def _signed(self, query: SearchQuery) -> tuple[Expression | None, Expression | None]:
        """What is wanted and what is not; an index cannot find what is not there."""
        if isinstance(query, Not):
            if isinstance(query.subquery, MatchAll):
                return NOTHING, None
            return None, self.expression(query.subquery)
        return self.expression(query), None

    def _keys(self, expression: Expression) -> QuerySet:
        """The primary keys of the objects of this model that an expression finds."""
        model = self.queryset.model
        entries = self.entries().matching(expression)
        return entries.annotate(key=Cast("object_id", model._meta.pk)).values("key")

    def entries(self) -> QuerySet:
        """The entries of the objects that the queryset may hold."""
        return Entry.objects.of_models(get_descendants_content_types_pks(self.queryset.model))

    def expression(self, query: SearchQuery) -> Expression:
        """The expression for a query of Wagtail's."""
        match query:
            case PlainText() | Fuzzy():
                return self._plain(query.query_string, query.operator)
            case Quotation():
                return any_of(phrases_in(query.query_string), self.in_title)
            case Boost():
                return self.expression(query.subquery)
            case Or():
                return AnyOf(tuple(map(self.expression, query.subqueries)))
            case And():
                return self._all(query.subqueries)
        return NOTHING

    def _all(self, queries: Iterable[SearchQuery]) -> Expression:
        wanted = [self.expression(each) for each in queries if not isinstance(each, Not)]
        unwanted = [self.expression(each.subquery) for each in queries if isinstance(each, Not)]
        found = all_of(wanted) if wanted else NOTHING
        return Without(found, AnyOf(tuple(unwanted))) if unwanted else found

    def _plain(self, text: str, operator: str) -> Expression:
        query = parse_query(text)
        if operator == "or" and query:
            return AnyOf(tuple(each.expression(self.in_title) for each in query.clauses))
        return query.strict(self.in_title)

    def can_filter_by(self, column: str) -> bool:
        """Whether a column is among those that the model names to be filtered by."""
        model = self.queryset.model
        return column in {f.get_attname(model) for f in model.get_filterable_search_fields()}

    def words(self) -> Query:
        """What the ranking looks for."""
        return parse_query(" ".join(_strings(self.query)))


class AutocompleteQueryCompiler(SearchQueryCompiler):
    """A search in titles while somebody is still typing the last word."""

    in_title = True

    def _plain(self, text: str, operator: str) -> Expression:
        return unfinished(text, AnyOf if operator == "or" else AllOf)


def _strings(query: SearchQuery) -> list[str]:
    if isinstance(query, PlainText | Fuzzy | Quotation):
        return [query.query_string]
    if isinstance(query, Boost):
        return _strings(query.subquery)
    if isinstance(query, And | Or):
        return [string for each in query.subqueries for string in _strings(each)]
    return []
