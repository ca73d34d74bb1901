"""What a search of Wagtail's returns: like a queryset, in the order of relevance."""

from collections import OrderedDict
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone
from modelsearch.backends.base import FilterFieldError

from mep_site.internals import SearchedResults

from ..index.candidates import Candidate
from ..index.frequencies import statistics_of
from ..query.ranking import Ranking

# Of more objects than that the newest are ranked; the others follow in the order of their making.
MOST_RANKED = 500


class SearchResults(SearchedResults):
    supports_facet = True

    def find_number(self) -> int:
        """How many objects answer the query."""
        return self.query_compiler.matched().order_by().count()

    def find(self) -> list[Any]:
        """The objects of this slice, with their scores if these are asked for."""
        compiler = self.query_compiler
        matched = compiler.matched()
        if not compiler.order_by_relevance:
            ordered = matched if matched.query.order_by else matched.order_by("-pk")
            return list(ordered[self.start : self.stop])
        scores = self._scores(matched)
        keys = sorted(scores, key=lambda key: (-scores[key], -_number(key)))
        rest = self._rest(matched, keys)
        keys = [*keys, *rest][self.start : self.stop]
        found = {instance.pk: instance for instance in matched.filter(pk__in=keys)}
        instances = [found[key] for key in keys if key in found]
        if self.score_attribute:
            for instance in instances:
                setattr(instance, self.score_attribute, scores.get(instance.pk, 0.0))
        return instances

    def _rest(self, matched: QuerySet, ranked: list[Any]) -> list[Any]:
        """What comes after everything that is ranked, as far as somebody looks."""
        if len(ranked) < MOST_RANKED or (self.stop is not None and self.stop <= MOST_RANKED):
            return []
        others = matched.exclude(pk__in=ranked).order_by("-pk").values_list("pk", flat=True)
        return list(others[: self.stop - MOST_RANKED if self.stop else None])

    def _scores(self, matched: QuerySet) -> dict[Any, float]:
        keys = list(matched.order_by("-pk").values_list("pk", flat=True)[:MOST_RANKED])
        query = self.query_compiler.words()
        by_text = {str(key): key for key in keys}
        phrases = [phrase for clause in query.clauses for phrase in clause.phrases]
        ranking = Ranking(query, statistics_of(phrases), timezone.localdate())
        scores = dict.fromkeys(keys, 0.0)
        for entry in self._entries(by_text):
            key = by_text[entry.object_id]
            scores[key] = max(scores[key], ranking.score(entry).value)
        return scores

    def _entries(self, object_ids: Any) -> list[Candidate]:
        entries = self.query_compiler.entries().filter(object_id__in=list(object_ids))
        columns = ("pk", "content_type_id", "object_id", "language")
        rows = entries.values_list(*columns, "title_terms", "terms", "marks", "date")
        return [Candidate(*row) for row in rows]

    def facet(self, field_name: str) -> OrderedDict[Any, int]:
        """How many results there are for each value of a field, the most frequent first."""
        if not self.query_compiler.can_filter_by(field_name):
            model = self.query_compiler.queryset.model.__name__
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". Please add '
                f"index.FilterField('{field_name}') to {model}.search_fields.",
                field_name=field_name,
            )
        counted = self.query_compiler.matched().order_by().values(field_name)
        rows = counted.annotate(count=Count("pk")).order_by("-count")
        return OrderedDict((row[field_name], row["count"]) for row in rows)


def _number(key: Any) -> int:
    return key if isinstance(key, int) else 0
