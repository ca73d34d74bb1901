"""The report of how many follow what: numbers, and nothing about those who do."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from mep_site.core.models import BasePage
from mep_site.topics.models import Topic
from mep_site.translations.languages import get_language
from mep_site.translations.models import language_choices

from .models import Subscription
from .subjects import name_of

PERMISSION = "subscriptions.view_subscription"
SUBJECT = ("kind", "page", "topic", "filters", "language")


class SubscriptionFilterSet(WagtailFilterSet):
    """Narrows the report to a language and to a kind of subject."""

    language = django_filters.ChoiceFilter(label=_("language"), choices=language_choices)
    kind = django_filters.ChoiceFilter(label=_("kind"), choices=Subscription.Kind)

    class Meta:
        model = Subscription
        fields = ["language", "kind"]


def _kind(row: dict[str, Any]) -> Any:
    return Subscription.Kind(row["kind"]).label


def _language(row: dict[str, Any]) -> str:
    return get_language(row["language"]).name


class SubscriptionReportView(ReportView):
    """What is followed in which language, the most followed first."""

    index_url_name = "subscription_report"
    index_results_url_name = "subscription_report_results"
    page_title = _("Subscriptions by e-mail")
    header_icon = "mail"
    permission_policy = ModelPermissionPolicy(Subscription)
    permission_required = "view"
    filterset_class = SubscriptionFilterSet
    is_searchable = False
    list_export = ["name", "kind", "language", *Subscription.Frequency.values, "total"]
    export_headings = {
        "name": _("what is followed"),
        "kind": _("kind"),
        "language": _("language"),
        **dict(Subscription.Frequency.choices),
        "total": _("subscribers"),
    }
    columns = [
        Column("name", label=_("what is followed")),
        Column("kind", label=_("kind"), accessor=_kind),
        Column("language", label=_("language"), accessor=_language),
        *(Column(each.value, label=each.label) for each in Subscription.Frequency),
        Column("total", label=_("subscribers")),
    ]

    def get_queryset(self) -> QuerySet:
        """The confirmed subscriptions, counted by what is followed."""
        return self.order_queryset(self.filter_queryset(Subscription.objects.confirmed()))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Count by how often as well, and put the most followed first."""
        counts = {
            each.value: Count("pk", filter=Q(frequency=each)) for each in Subscription.Frequency
        }
        counted = queryset.order_by().values(*SUBJECT).annotate(total=Count("pk"), **counts)
        return counted.order_by("-total", *SUBJECT)

    def decorate_paginated_queryset(self, object_list: Iterable[dict[str, Any]]) -> list[dict]:
        """Name what is followed, on a page of the report and in what is exported."""
        return name_subjects(list(object_list))


def name_subjects(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add to each row what is followed, under ``name``; two queries for all."""
    pages = BasePage.objects.specific().in_bulk({row["page"] for row in rows if row["page"]})
    topics = Topic.objects.in_bulk({row["topic"] for row in rows if row["topic"]})
    for row in rows:
        subject = Subscription(
            page=pages.get(row["page"]),
            topic=topics.get(row["topic"]),
            filters=row["filters"],
            language=row["language"],
        )
        row["name"] = str(name_of(subject))
    return rows
