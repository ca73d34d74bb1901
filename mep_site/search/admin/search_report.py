"""The report of what visitors search for, and of what they do not find."""

from typing import Any

import django_filters
from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from mep_site.translations.models.edition import language_choices

from ..models import SearchCount

PERMISSION = "search.view_searchcount"


class SearchCountFilterSet(WagtailFilterSet):
    """Narrows the report to a language, to days, and to searches without a result."""

    language = django_filters.ChoiceFilter(label=_("language"), choices=language_choices)
    day = django_filters.DateFromToRangeFilter(label=_("day"), widget=DateRangePickerWidget)
    in_vain = django_filters.BooleanFilter(label=_("found nothing"), method="filter_in_vain")

    class Meta:
        model = SearchCount
        fields = ["language", "day"]

    def filter_in_vain(self, counts: QuerySet, name: str, value: bool) -> QuerySet:
        """Only searches that found nothing, or only those that found something each time."""
        return counts.filter(in_vain__gt=0) if value else counts.filter(in_vain=0)


def _language(row: dict[str, Any]) -> str:
    return dict(language_choices()).get(row["language"], row["language"])


class SearchReportView(ReportView):
    """Searches by language, the most frequent first; nothing is known of who searched."""

    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    page_title = _("Searches of visitors")
    header_icon = "search"
    permission_policy = ModelPermissionPolicy(SearchCount)
    permission_required = "view"
    filterset_class = SearchCountFilterSet
    is_searchable = False
    list_export = ["query", "language", "total", "vain"]
    export_headings = {
        "query": _("search"),
        "language": _("language"),
        "total": _("searches"),
        "vain": _("without a result"),
    }
    columns = [
        Column("query", label=_("search")),
        Column("language", label=_("language"), accessor=_language),
        Column("total", label=_("searches")),
        Column("vain", label=_("without a result")),
    ]

    def get_queryset(self) -> QuerySet:
        """The counts, added up over the days."""
        return self.order_queryset(self.filter_queryset(SearchCount.objects.all()))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Add up, and put the most frequent searches first."""
        summed = queryset.order_by().values("query", "language")
        return summed.annotate(total=Sum("searches"), vain=Sum("in_vain")).order_by(
            "-total", "query", "language"
        )
