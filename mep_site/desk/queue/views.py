"""The list of what needs work, and what it says about each edition."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from mep_site.translations.admin.scope import edit_url
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, languages_for

from .counting import number_found
from .filters import QueueFilterSet
from .saved import chosen_filters, may_share, named_filters
from .selecting import UrgentFirst, queue_of

# Where in a form of a translation the work begins.
FIRST_OPEN = "#first-open"
# The class of what a telephone has no room for.
DETAIL = "queue-detail"
NO_FILTERS = {"p", "_w_filter_fragment", "ordering"}
# By which columns the list can be put in order.
ORDERS = {
    "waits_since": F("waits_since").asc(nulls_last=True),
    "-waits_since": F("waits_since").desc(nulls_last=True),
    "open_characters": "open_characters",
    "-open_characters": "-open_characters",
    "deadline": F("assignment__deadline").asc(nulls_last=True),
    "-deadline": F("assignment__deadline").desc(nulls_last=True),
}


class QueueView(ReportView):
    """The translations that the user may edit, and Chinese drafts; the most urgent first."""

    page_title = _("Translations")
    header_icon = "globe"
    template_name = "desk/queue/queue.html"
    results_template_name = "desk/queue/results.html"
    index_url_name = "desk:queue"
    index_results_url_name = "desk:queue_results"
    filterset_class = QueueFilterSet
    paginator_class = UrgentFirst
    model = Edition
    list_export = [
        "page.slug",
        "page.display_title",
        "language",
        "page.cached_content_type.name",
        "state",
        "freshness",
        "change_kind",
        "differing",
        "missing",
        "open_units",
        "open_characters",
        "waits_since",
        "step",
        "assigned_to",
        "deadline",
    ]
    export_headings = {
        "page.display_title": _("Title"),
        "page.cached_content_type.name": _("Page type"),
        "assigned_to": _("Assigned to"),
        "deadline": _("Deadline"),
    }
    export_filename = "translations"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For those only who may edit texts in some language."""
        if not languages_for(request.user, PermissionType.EDIT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Edition]:
        """What the user may work on, in the order that is asked for."""
        editions = queue_of(self.request.user)
        if self.is_sorted:
            return editions.order_by(ORDERS[self.ordering], "pk")
        return editions

    def to_row_dict(self, item: Edition) -> dict[str, Any]:
        """Add whose it is, which not every edition says."""
        item.assigned_to, item.deadline = assignee_of(item), deadline_of(item)
        return super().to_row_dict(item)

    @property
    def is_sorted(self) -> bool:
        """Whether another order is asked for than that of urgency."""
        return self.ordering in ORDERS

    def get_paginator(self, queryset: QuerySet, *args: Any, **kwargs: Any) -> UrgentFirst:
        """Not counting translations anew where visitors could count them too."""
        paginator = super().get_paginator(queryset, *args, **kwargs)
        paginator.is_sorted = self.is_sorted
        paginator.count = number_found(self.filters, queryset)
        return paginator

    @cached_property
    def header_buttons(self) -> Sequence[HeaderButton]:
        """The way to the next edition of those that are listed, and to the numbers."""
        chosen = [each for each in self.request.GET.lists() if each[0] not in NO_FILTERS]
        query = urlencode(chosen, doseq=True)
        return [
            HeaderButton(
                _("Next one"),
                url=f"{reverse('desk:next')}?{query}".rstrip("?"),
                icon_name="arrow-right",
                priority=10,
            ),
            HeaderButton(
                _("Coverage"), url=reverse("desk:coverage"), icon_name="table", priority=20
            ),
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filters that have a name, and what it takes to save another one."""
        context = super().get_context_data(*args, **kwargs)
        if self.results_only or self.is_export:
            return context
        return context | {
            "named_filters": list(named_filters(self.request)),
            "present_filters": chosen_filters(self.request.GET),
            "may_share": may_share(self.request.user),
        }

    @cached_property
    def columns(self) -> list[Column]:
        """What it is, how it stands, how much is to be done, by whom and until when."""
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="edition"),
            TitleColumn(
                "page",
                label=_("Page"),
                accessor=lambda edition: edition.page.get_admin_display_title(),
                get_url=lambda edition: edit_url(edition.page, edition.get_language()) + FIRST_OPEN,
                get_title_id=lambda edition: f"edition_{edition.pk}_title",
            ),
            Column(
                "language",
                label=_("Language"),
                accessor=lambda edition: edition.get_language().name,
            ),
            Column(
                "state", label=pgettext_lazy("of an edition", "State"), accessor=state_of_edition
            ),
            Column(
                "waits_since",
                label=_("Waits since"),
                accessor=waits_since,
                classname=DETAIL,
                sort_key="waits_since",
            ),
            Column("open_units", label=_("Texts to do"), classname=f"edition-count {DETAIL}"),
            Column(
                "open_characters",
                label=_("Characters to do"),
                classname="edition-count",
                sort_key="open_characters",
            ),
            Column("assignee", label=_("Assigned to"), accessor=assignee_of, classname=DETAIL),
            Column("deadline", label=_("Deadline"), accessor=deadline_of, sort_key="deadline"),
        ]


def state_of_edition(edition: Edition) -> str:
    """Whether an edition is public, how it stands to the Chinese text, and who is to act."""
    states = [edition.get_state_display()]
    if edition.is_live:
        states.append(edition.get_freshness_display())
    if edition.change_kind:
        states.append(edition.get_change_kind_display())
    if edition.has_draft:
        states.append(pgettext("status in a list", "draft"))
    if edition.step:
        states.append(edition.get_step_display())
    return " · ".join(map(str, states))


def waits_since(edition: Edition) -> str:
    """The day since which readers wait."""
    return date_format(edition.waits_since, "Y-m-d") if edition.waits_since else ""


def assignee_of(edition: Edition) -> str:
    """Whose work it is."""
    assignment = getattr(edition, "assignment", None)
    return get_user_display_name(assignment.assignee) if assignment and assignment.assignee else ""


def deadline_of(edition: Edition) -> str:
    """The day by which it is to be done."""
    assignment = getattr(edition, "assignment", None)
    return assignment.deadline.isoformat() if assignment and assignment.deadline else ""
