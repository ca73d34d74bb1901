"""The report of translations: what is missing, behind, or waiting for a publisher."""

from typing import Any

import django_filters
import swapper
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.db.models import Case, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import BooleanRadioSelect
from wagtail.permissions import policy_registry

from ...freshness.comparison import Freshness
from ...languages import authoritative, get_language, languages
from ...models import Edition, language_choices
from ...permissions import PermissionType, languages_for
from ..dashboard.worklists import behind_since
from ..scope import edit_url
from ..statuses import RETURNED, SUBMITTED

STEPS = {Edition.Step.SUBMITTED.value: SUBMITTED, Edition.Step.RETURNED.value: RETURNED}

# What is not up to date, the most urgent first.
LATE = (Freshness.BEHIND, Freshness.PARTIAL, Freshness.UNKNOWN, Freshness.ABSENT)


def by_urgency() -> Case:
    """What others wait for comes first, then what readers are told of."""
    return Case(
        When(SUBMITTED.condition(), then=0),
        When(RETURNED.condition(), then=1),
        *(When(freshness=each, then=place) for place, each in enumerate(LATE, 2)),
        default=2 + len(LATE),
    )


def is_urgent() -> Q:
    """The condition of those that :func:`by_urgency` does not put last.

    These are few, and each kind has an index: the database finds them without reading the others.
    """
    editions, steps = Edition.objects.order_by(), STEPS.values()
    late = editions.in_languages(languages()).filter(freshness__in=LATE)
    found = [editions.filter(step.condition()) for step in steps]
    return Q(pk__in=late.values("pk").union(*(each.values("pk") for each in found)))


class UrgentFirst(WagtailPaginator):
    """Looks for what is on a page among the urgent editions, as far as these reach."""

    def page(self, number: int | str) -> Page:
        page = super().page(number)
        urgent = self.object_list.filter(is_urgent())
        if page.end_index() <= urgent.count():
            page.object_list = urgent[(page.number - 1) * self.per_page : page.end_index()]
        return page


class TranslationFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=language_choices)
    freshness = django_filters.ChoiceFilter(label=_("Freshness"), choices=Freshness.choices)
    step = django_filters.ChoiceFilter(
        label=_("Step"),
        choices=[each for each in Edition.Step.choices if each[0]],
        method="filter_by_step",
    )
    mine = django_filters.BooleanFilter(
        label=_("Newest draft is mine"), widget=BooleanRadioSelect, method="filter_mine"
    )

    class Meta:
        model = Edition
        fields = ["language", "freshness", "step", "has_draft", "mine"]

    def filter_by_step(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """The steps of translations, and those of Chinese texts in Wagtail's workflow."""
        return editions.filter(STEPS[value].condition())

    def filter_mine(self, editions: QuerySet, name: str, value: bool) -> QuerySet:
        """By who saved the newest draft."""
        own = Q(latest_revision__user=self.request.user)
        return editions.filter(own if value else ~own)


class TranslationsReport(ReportView):
    """The translations that the user may edit, and Chinese drafts; the most urgent first."""

    page_title = _("Translations")
    header_icon = "globe"
    index_url_name = "editions:report"
    index_results_url_name = "editions:report_results"
    filterset_class = TranslationFilterSet
    paginator_class = UrgentFirst
    model = Edition
    list_export = ["page.slug", "language", "state", "freshness", "differing", "missing", "step"]
    export_filename = "translations"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For those only who may edit texts in some language."""
        if not languages_for(request.user, PermissionType.EDIT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Edition]:
        """Of the pages that the user may explore, in languages of theirs."""
        pages = swapper.load_model("wagtailcore", "Page")
        visible = policy_registry.get_by_type(pages).explorable_instances(self.request.user)
        own = languages_for(self.request.user, PermissionType.EDIT)
        # Not as those of theirs: SQLite would rather read a whole language than the urgent ones.
        others = [language.code for language in languages() if language not in own]
        return (
            Edition.objects.of_pages(visible)
            .exclude(language=authoritative().code, has_draft=False)
            .exclude(language__in=others)
            .select_related("page")
            .order_by(by_urgency(), behind_since(), "-differing", "page__path", "pk")
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
            Column("state", label=_("State"), accessor=state_of_edition),
            Column("differing", label=_("Differing texts"), classname="edition-count"),
            Column("missing", label=_("Missing texts"), classname="edition-count"),
        ]


def state_of_edition(edition: Edition) -> str:
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
        return bool(languages_for(request.user, PermissionType.EDIT))


def translations_menu_item() -> TranslationsMenuItem:
    return TranslationsMenuItem(
        _("Translations"), reverse("editions:report"), icon_name="globe", order=100
    )
