"""The report of translations: what is missing, behind, or waiting for a publisher."""

from typing import Any

import django_filters
import swapper
from django.core.exceptions import PermissionDenied
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from ..freshness import Freshness
from ..languages import authoritative, get_language, languages
from ..models import Edition
from ..permissions import Right, languages_for
from .scope import edit_url

URGENCY = [
    When(step=Edition.Step.SUBMITTED, then=0),
    When(step=Edition.Step.RETURNED, then=1),
    When(freshness=Freshness.BEHIND, then=2),
    When(freshness=Freshness.PARTIAL, then=3),
    When(freshness=Freshness.UNKNOWN, then=4),
    When(freshness=Freshness.ABSENT, then=5),
]


def translation_choices() -> list[tuple[str, str]]:
    """The languages that there are translations into."""
    return [(each.code, each.name) for each in languages() if not each.is_authoritative]


class TranslationFilterSet(WagtailFilterSet):
    """What the report can be narrowed down by."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=translation_choices)
    freshness = django_filters.ChoiceFilter(label=_("Freshness"), choices=Freshness.choices)
    step = django_filters.ChoiceFilter(
        label=_("Step"), choices=[each for each in Edition.Step.choices if each[0]]
    )

    class Meta:
        model = Edition
        fields = ["language", "freshness", "step", "has_draft"]


class TranslationsReport(ReportView):
    """The translations that the user may edit, the most urgent first."""

    page_title = _("Translations")
    header_icon = "globe"
    index_url_name = "editions:report"
    index_results_url_name = "editions:report_results"
    filterset_class = TranslationFilterSet
    model = Edition
    list_export = ["page.slug", "language", "state", "freshness", "differing", "missing", "step"]
    export_filename = "translations"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For those only who may edit texts in some language."""
        if not languages_for(request.user, Right.EDIT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Edition]:
        """Translations of the pages that the user may explore, into languages of theirs."""
        pages = swapper.load_model("wagtailcore", "Page")
        visible = policy_registry.get_by_type(pages).explorable_instances(self.request.user)
        codes = [language.code for language in languages_for(self.request.user, Right.EDIT)]
        return (
            Edition.objects.exclude(language=authoritative().code)
            .filter(language__in=codes, page__in=visible.values("pk"), page__depth__gt=1)
            .select_related("page")
            .order_by(Case(*URGENCY, default=6), "page__path", "pk")
        )

    def get_queryset(self) -> QuerySet[Edition]:
        """The same for every filter."""
        return self.get_base_queryset()

    @cached_property
    def columns(self) -> list[Column]:
        """Page, language, state, and how much is to be done."""
        return [
            TitleColumn(
                "page",
                label=_("Page"),
                accessor=lambda edition: edition.page.get_admin_display_title(),
                get_url=lambda edition: edit_url(edition.page, edition.get_language()),
            ),
            Column(
                "language",
                label=_("Language"),
                accessor=lambda edition: get_language(edition.language).name,
            ),
            Column("state", label=_("State"), accessor=state_of),
            Column("differing", label=_("Differing texts"), classname="edition-count"),
            Column("missing", label=_("Missing texts"), classname="edition-count"),
        ]


def state_of(edition: Edition) -> str:
    """Whether an edition is public, how it stands to the Chinese text, and who is to act."""
    states = [edition.get_state_display()]
    if edition.is_live:
        states.append(edition.get_freshness_display())
    if edition.step:
        states.append(edition.get_step_display())
    return " · ".join(map(str, states))


class TranslationsMenuItem(MenuItem):
    """The report's place in the menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user may edit texts in some language."""
        return bool(languages_for(request.user, Right.EDIT))


def translations_menu_item() -> TranslationsMenuItem:
    """The entry among the reports."""
    return TranslationsMenuItem(
        _("Translations"), reverse("editions:report"), icon_name="globe", order=100
    )
