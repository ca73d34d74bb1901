"""The report of translations: what is missing, behind, or waiting for a publisher."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import django_filters
import swapper
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import BooleanRadioSelect
from wagtail.permissions import policy_registry

from mep_site.publicstate.version import by_version

from ...freshness.comparison import Freshness
from ...languages import authoritative, get_language, languages
from ...models import Edition, language_choices
from ...models.edition import MOST_URGENT_FIRST
from ...models.long_querysets import between
from ...permissions import PermissionType, languages_for
from ..scope import edit_url
from ..statuses import RETURNED, SUBMITTED, is_found_by
from .paging import KeysFirst

STEPS = {Edition.Step.SUBMITTED.value: SUBMITTED, Edition.Step.RETURNED.value: RETURNED}


def waiting_first() -> Iterator[Case]:
    """For a query: what is submitted, then what is returned, then all else."""
    for status in STEPS.values():
        yield Case(When(status.condition(), then=0), default=1)


def is_waiting() -> Q:
    """The condition of the editions that somebody else waits for, which are few."""
    return is_found_by(*(status.condition() for status in STEPS.values()))


class UrgentFirst(KeysFirst):
    """What others wait for comes first, then what readers are told of; see :data:`BY_URGENCY`."""

    def keys(self, start: int, stop: int) -> Sequence[int]:
        """Those that wait, as far as they reach; all others stand in an index in their order."""
        waiting = list(self.object_list.filter(is_waiting()).values_list("pk", flat=True))
        others = self.object_list.exclude(pk__in=waiting).order_by(*MOST_URGENT_FIRST)
        keys, reach = others.values_list("pk", flat=True), len(waiting)
        return waiting[start:stop] + between(
            keys, self.count - reach, max(start - reach, 0), max(stop - reach, 0)
        )


@by_version()
def numbers_of_translations() -> Counter[tuple[str, str]]:
    """How many translations there are, by the code of their language and their freshness."""
    numbers: Counter[tuple[str, str]] = Counter()
    editions = Edition.objects.order_by().exclude(language=authoritative().code)
    # Told apart by their state too, because an index has them in that order.
    found = editions.values_list("language", "state", "freshness").annotate(number=Count("pk"))
    for language, _state, freshness, number in found:
        numbers[language, freshness] += number
    return numbers


class TranslationFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=language_choices, method="filter_by_language"
    )
    freshness = django_filters.ChoiceFilter(
        label=_("Freshness"), choices=Freshness.choices, method="filter_by_freshness"
    )
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

    def filter_by_language(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """Without the others."""
        return editions.not_in_languages(each for each in languages() if each.code != value)

    def filter_by_freshness(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """In the order in which they are shown."""
        return editions.that_are(Freshness(value))

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

    @property
    def visible(self) -> QuerySet:
        """The pages that the user may explore."""
        pages = swapper.load_model("wagtailcore", "Page")
        return policy_registry.get_by_type(pages).explorable_instances(self.request.user)

    def get_base_queryset(self) -> QuerySet[Edition]:
        """Of the pages that the user may explore, in languages of theirs."""
        own = languages_for(self.request.user, PermissionType.EDIT)
        return (
            Edition.objects.of_pages(self.visible)
            .exclude(language=authoritative().code, has_draft=False)
            .not_in_languages(each for each in languages() if each not in own)
            .select_related("page")
            .order_by(*waiting_first(), *MOST_URGENT_FIRST)
        )

    def get_queryset(self) -> QuerySet[Edition]:
        """The same for every filter."""
        return self.get_base_queryset()

    def get_paginator(self, queryset: QuerySet, *args: Any, **kwargs: Any) -> UrgentFirst:
        """Not counting translations anew where visitors could count them too."""
        paginator = super().get_paginator(queryset, *args, **kwargs)
        chosen = self._chosen
        if chosen.keys() <= {"language", "freshness"} and not self.visible.query.has_filters():
            paginator.count = self._number(queryset, **chosen)
        return paginator

    @property
    def _chosen(self) -> dict[str, Any]:
        """The values of the filters that are used."""
        form = self.filters.form
        return {name: form.cleaned_data[name] for name in form.changed_data if form.is_valid()}

    def _number(self, editions: QuerySet, language: str = "", freshness: str = "") -> int:
        """How many of the editions there are: translations, and Chinese drafts, which are few."""
        own = {each.code for each in languages_for(self.request.user, PermissionType.EDIT)}
        codes = own & {language} if language else own
        translations = sum(
            number
            for (code, found), number in numbers_of_translations().items()
            if code in codes and freshness in {"", found}
        )
        drafts = editions.in_language(authoritative()).filter(has_draft=True)
        return translations + drafts.count()

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
