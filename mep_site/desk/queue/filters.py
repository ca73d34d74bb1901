"""What the queue can be narrowed down to."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import django_filters
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import BooleanRadioSelect

from mep_site.translations.freshness.comparison import Freshness
from mep_site.translations.languages import languages
from mep_site.translations.models import (
    AuthoritativeChange,
    Edition,
    TranslatedPage,
    language_choices,
)
from mep_site.translations.permissions import PermissionType, languages_for

from .models import Assignment
from .sections import section_choices
from .selecting import STEPS, needs_work

Choices = list[tuple[str, str | Promise]]

NOBODY, ME = "nobody", "me"
NOT_RECORDED = "none"
KINDS: Choices = [
    (AuthoritativeChange.Kind.MATERIAL.value, AuthoritativeChange.Kind.MATERIAL.label),
    (AuthoritativeChange.Kind.WITHDRAW.value, AuthoritativeChange.Kind.WITHDRAW.label),
    (NOT_RECORDED, _("none recorded, or new text")),
]
# By the number of days.
AGES: Choices = [
    ("7", _("more than a week")),
    ("30", _("more than a month")),
    ("90", _("more than three months")),
    ("365", _("more than a year")),
]
DEADLINES: dict[str, tuple[Promise, Callable[[], Q]]] = {
    "overdue": (
        _("overdue"),
        lambda: Q(assignment__deadline__lt=timezone.localdate()),
    ),
    "week": (
        _("within seven days"),
        lambda: Q(
            assignment__deadline__range=(
                timezone.localdate(),
                timezone.localdate() + timedelta(days=7),
            )
        ),
    ),
    "set": (_("set"), lambda: Q(assignment__deadline__isnull=False)),
    "none": (_("not set"), lambda: Q(assignment__deadline__isnull=True)),
}


def page_types() -> Iterator[type[TranslatedPage]]:
    """The types of which there are pages."""
    for model in apps.get_models():
        if issubclass(model, TranslatedPage) and model.is_creatable:
            yield model


def page_type_choices() -> Choices:
    """They by the name under which they are stored, and as people call them."""
    named = ((each._meta.label_lower, capfirst(each._meta.verbose_name)) for each in page_types())
    return sorted(named, key=lambda choice: choice[1])


def assignee_choices(user: AbstractBaseUser) -> Choices:
    """Oneself, nobody, and whoever has something to do in a language of the user's."""
    own = Edition.objects.in_languages(languages_for(user, PermissionType.EDIT))
    # Asked of each assignment, of which there are few; of texts in a language there are many.
    assigned = Assignment.objects.filter(Exists(own.filter(pk=OuterRef("edition"))))
    busy = get_user_model().objects.filter(pk__in=assigned.values("assignee"))
    others = [(str(each.pk), get_user_display_name(each)) for each in busy.order_by("username")]
    return [(ME, _("me")), (NOBODY, _("nobody")), *others]


class QueueFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=language_choices, method="filter_by_language"
    )
    freshness = django_filters.ChoiceFilter(
        label=_("Freshness"), choices=Freshness.choices, method="filter_by_freshness"
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of an edition", "State"), choices=Edition.State.choices
    )
    step = django_filters.ChoiceFilter(
        label=_("Step"),
        choices=[each for each in Edition.Step.choices if each[0]],
        method="filter_by_step",
    )
    kind = django_filters.ChoiceFilter(
        label=_("Change of the Chinese text"), choices=KINDS, method="filter_by_kind"
    )
    section = django_filters.ChoiceFilter(
        label=pgettext_lazy("of the site", "Section"),
        choices=section_choices,
        method="filter_by_section",
    )
    page_type = django_filters.ChoiceFilter(
        label=_("Page type"), choices=page_type_choices, method="filter_by_page_type"
    )
    age = django_filters.ChoiceFilter(label=_("Waits for"), choices=AGES, method="filter_by_age")
    deadline = django_filters.ChoiceFilter(
        label=_("Deadline"),
        choices=[(name, label) for name, (label, _condition) in DEADLINES.items()],
        method="filter_by_deadline",
    )
    assignee = django_filters.ChoiceFilter(label=_("Assigned to"), method="filter_by_assignee")
    mine = django_filters.BooleanFilter(
        label=_("Newest draft is mine"), widget=BooleanRadioSelect, method="filter_mine"
    )
    everything = django_filters.BooleanFilter(
        label=_("Also what needs no work"), widget=BooleanRadioSelect, method="filter_nothing"
    )

    class Meta:
        model = Edition
        fields = [
            "language",
            "freshness",
            "state",
            "step",
            "kind",
            "section",
            "page_type",
            "age",
            "deadline",
            "assignee",
            "has_draft",
            "mine",
            "everything",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Once for all filters that a request asks for.
        choices = getattr(self.request, "assignees_in_queue", None)
        self.request.assignees_in_queue = choices or assignee_choices(self.request.user)
        self.filters["assignee"].extra["choices"] = self.request.assignees_in_queue

    @property
    def chosen(self) -> dict[str, Any]:
        """The values of the filters that are used; none if one of them is not valid."""
        form = self.form
        is_valid = form.is_valid()
        return {name: form.cleaned_data[name] for name in form.changed_data} if is_valid else {}

    @property
    def shows_everything(self) -> bool:
        """Whether what needs no work is shown too; who asks for what is up to date wants it."""
        chosen = self.chosen
        return bool(chosen.get("everything")) or chosen.get("freshness") == Freshness.CURRENT

    def narrowed(self, editions: QuerySet) -> QuerySet:
        """Those for which the filters hold; all if one of the filters is not valid."""
        return super().filter_queryset(editions) if self.is_valid() else editions

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Only what needs work, unless everything is asked for."""
        found = super().filter_queryset(queryset)
        return found if self.shows_everything else found.filter(needs_work())

    def filter_nothing(self, editions: QuerySet, name: str, value: bool) -> QuerySet:
        """All; see :meth:`filter_queryset`."""
        return editions

    def filter_by_language(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """Without the others."""
        return editions.not_in_languages(each for each in languages() if each.code != value)

    def filter_by_freshness(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """In the order in which they are shown."""
        return editions.that_are(Freshness(value))

    def filter_by_step(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """The steps of translations, and those of Chinese texts in Wagtail's workflow."""
        return editions.filter(STEPS[value].condition())

    def filter_by_kind(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """By the change for which readers wait."""
        return editions.filter(change_kind="" if value == NOT_RECORDED else value)

    def filter_by_section(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """Of the page at the head of the section, and all below it."""
        return editions.at_or_below_path(value)

    def filter_by_page_type(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """Of pages of one type."""
        content_type = ContentType.objects.get_for_model(apps.get_model(value))
        return editions.filter(page__content_type=content_type)

    def filter_by_age(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """For which readers have waited at least so many days."""
        return editions.filter(waits_since__lte=timezone.now() - timedelta(days=int(value)))

    def filter_by_deadline(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """By the day on which it is to be done."""
        _label, condition = DEADLINES[value]
        return editions.filter(condition())

    def filter_by_assignee(self, editions: QuerySet, name: str, value: str) -> QuerySet:
        """By whose work it is."""
        if value == NOBODY:
            return editions.filter(assignment__assignee__isnull=True)
        key = self.request.user.pk if value == ME else int(value)
        return editions.filter(assignment__assignee=key)

    def filter_mine(self, editions: QuerySet, name: str, value: bool) -> QuerySet:
        """By who saved the newest draft."""
        own = Q(latest_revision__user=self.request.user)
        return editions.filter(own if value else ~own)
