"""The report of how often people answer for what a machine proposed, as it stands.

A translator who confirms nearly all may not be reading them; an engine of which nearly all is
changed is of no use.
"""

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from mep_site.translations.languages import get_language
from mep_site.translations.models import language_choices

from .models import ServedProposal, engine_choices

PERMISSION = "proposals.view_servedproposal"
# The columns by which proposals are counted; who answered for one, else who asked for it.
GROUPED = ("proposal__language", "proposal__engine", "proposal__version", "translator")


def translators(request: HttpRequest) -> QuerySet[AbstractBaseUser]:
    """Who ever asked for a proposal, or answered for one."""
    served = ServedProposal.objects
    known = Q(pk__in=served.values("user")) | Q(pk__in=served.values("confirmed_by"))
    return get_user_model().objects.filter(known)


class ProposalFilterSet(WagtailFilterSet):
    """Narrows the report to a language, an engine, a translator, a period of publication."""

    language = django_filters.ChoiceFilter(
        "proposal__language", label=_("Language"), choices=language_choices
    )
    engine = django_filters.ChoiceFilter(
        "proposal__engine", label=_("Engine"), choices=engine_choices
    )
    translator = django_filters.ModelChoiceFilter(label=_("Translator"), queryset=translators)
    settled_at = django_filters.DateFromToRangeFilter(
        label=_("Published"), widget=DateRangePickerWidget
    )

    class Meta:
        model = ServedProposal
        fields = ["language", "engine", "translator", "settled_at"]


class ProposalReportView(ReportView):
    """What became of proposals, by language, engine and translator; the most frequent first."""

    index_url_name = "proposal_report"
    index_results_url_name = "proposal_report_results"
    page_title = _("Machine proposals")
    header_icon = "desktop"
    permission_policy = ModelPermissionPolicy(ServedProposal)
    permission_required = "view"
    filterset_class = ProposalFilterSet
    is_searchable = False
    export_headings = {
        "language": _("Language"),
        "machine": _("Engine"),
        "name": _("Translator"),
        "served": _("Proposals"),
        "published": _("of these published"),
        "unchanged": _("of these confirmed unchanged"),
        "share": _("Share confirmed unchanged"),
    }
    list_export = [*export_headings]
    columns = [Column(name, label=label) for name, label in export_headings.items()]

    def get_queryset(self) -> QuerySet:
        """All that was served, with whom it counts for."""
        served = ServedProposal.objects.annotate(translator=Coalesce("confirmed_by", "user"))
        return self.order_queryset(self.filter_queryset(served))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Count, and put what is most frequent first."""
        outcomes = ServedProposal.Outcome
        counted = (
            queryset.order_by()
            .values(*GROUPED)
            .annotate(
                served=Count("pk"),
                published=Count("pk", filter=~Q(outcome=outcomes.OPEN)),
                unchanged=Count("pk", filter=Q(outcome=outcomes.UNCHANGED)),
            )
        )
        return counted.order_by(F("served").desc(), *GROUPED)

    def decorate_paginated_queryset(self, object_list: Any) -> list[dict[str, Any]]:
        """Name languages, engines and people, and take the share."""
        rows = list(object_list)
        people = get_user_model().objects.in_bulk({row["translator"] for row in rows})
        for row in rows:
            row.update(_named(row, people.get(row["translator"])))
        return rows


def _named(row: dict[str, Any], translator: AbstractBaseUser | None) -> dict[str, str]:
    share = f"{100 * row['unchanged'] / row['published']:.0f} %" if row["published"] else "–"
    return {
        "language": get_language(row["proposal__language"]).name,
        "machine": f"{row['proposal__engine']} {row['proposal__version']}",
        "name": get_user_display_name(translator) if translator else "–",
        "share": share,
    }
