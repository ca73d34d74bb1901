"""What there is to say about an edition at a glance: each status has one condition in the database.

Lists show, sort, filter and count by the same conditions, so they can't disagree. Of the first four
exactly one holds for an edition; the others come on top of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Count,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.utils.translation import pgettext_lazy
from wagtail.models import AbstractPage, WorkflowState, get_default_page_content_type

from mep_site.publicstate.version import by_version

from ..freshness.comparison import Freshness
from ..languages import Language, authoritative
from ..models import Edition


@dataclass(frozen=True)
class EditionStatus:
    """Something that holds for some editions: a word for lists, a sentence for the legend."""

    name: str
    label: Any
    meaning: Any
    icon: str
    condition: Callable[[], Q]

    @property
    def annotation(self) -> str:
        """The attribute of an edition that says whether the status holds."""
        return f"is_said_{self.name}"


def _in_state(state: Edition.State, **conditions: Any) -> Callable[[], Q]:
    return lambda: Q(state=state, **conditions)


def _in_step(step: Edition.Step, workflow_status: str) -> Callable[[], Q]:
    """A translation in its own step, or a Chinese text in Wagtail's workflow."""
    return lambda: Q(step=step) | in_workflow(status=workflow_status)


def in_workflow(**conditions: Any) -> Q:
    """The Chinese editions of the pages that go through such a workflow.

    These are few: the database reads them once, instead of asking for each edition.
    """
    workflows = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(), **conditions
    )
    pages = workflows.annotate(key=Cast("object_id", BigIntegerField())).values("key")
    return Q(language=authoritative().code, page_id__in=pages)


LIVE = EditionStatus(
    "live",
    pgettext_lazy("status in a list", "live"),
    pgettext_lazy("legend", "Every visitor can read it."),
    "view",
    _in_state(Edition.State.LIVE),
)
WITHDRAWN = EditionStatus(
    "withdrawn",
    pgettext_lazy("status in a list", "withdrawn"),
    pgettext_lazy("legend", "It was public and is not any more; its text is a draft."),
    "no-view",
    _in_state(Edition.State.WITHDRAWN),
)
DRAFT = EditionStatus(
    "draft",
    pgettext_lazy("status in a list", "draft"),
    pgettext_lazy("legend", "It was never published."),
    "draft",
    _in_state(Edition.State.UNPUBLISHED, has_draft=True),
)
ABSENT = EditionStatus(
    "absent",
    pgettext_lazy("status in a list", "absent"),
    pgettext_lazy("legend", "There is no text in this language."),
    "minus",
    _in_state(Edition.State.UNPUBLISHED, has_draft=False),
)
BEHIND = EditionStatus(
    "behind",
    pgettext_lazy("status in a list", "behind"),
    pgettext_lazy("legend", "The Chinese text was changed since it was translated."),
    "history",
    _in_state(Edition.State.LIVE, freshness=Freshness.BEHIND),
)
INCOMPLETE = EditionStatus(
    "incomplete",
    pgettext_lazy("status in a list", "incomplete"),
    pgettext_lazy("legend", "Part of the Chinese text is not translated."),
    "placeholder",
    _in_state(Edition.State.LIVE, freshness=Freshness.PARTIAL),
)
NEWER_DRAFT = EditionStatus(
    "newer",
    pgettext_lazy("status in a list", "newer draft"),
    pgettext_lazy("legend", "A draft is newer than what visitors read."),
    "edit",
    _in_state(Edition.State.LIVE, has_draft=True),
)
SUBMITTED = EditionStatus(
    "submitted",
    pgettext_lazy("status in a list", "submitted"),
    pgettext_lazy("legend", "A draft waits for a publisher."),
    "resubmit",
    _in_step(Edition.Step.SUBMITTED, WorkflowState.STATUS_IN_PROGRESS),
)
RETURNED = EditionStatus(
    "returned",
    pgettext_lazy("status in a list", "returned"),
    pgettext_lazy("legend", "A publisher has returned the draft."),
    "rotate",
    _in_step(Edition.Step.RETURNED, WorkflowState.STATUS_NEEDS_CHANGES),
)
SCHEDULED = EditionStatus(
    "scheduled",
    pgettext_lazy("status in a list", "scheduled"),
    pgettext_lazy("legend", "A draft is approved and goes live at a set time."),
    "calendar-check",
    lambda: Q(go_live_at__isnull=False),
)

# In the order in which they are told, and in which they call for somebody to act.
STATUSES = (
    LIVE,
    WITHDRAWN,
    DRAFT,
    ABSENT,
    BEHIND,
    INCOMPLETE,
    NEWER_DRAFT,
    SUBMITTED,
    RETURNED,
    SCHEDULED,
)
# What any visitor could see.
BY_STATE = {
    Edition.State.LIVE: LIVE,
    Edition.State.WITHDRAWN: WITHDRAWN,
    Edition.State.UNPUBLISHED: ABSENT,
}
PUBLIC = (*BY_STATE.values(), BEHIND, INCOMPLETE)
URGENCY = (
    RETURNED,
    SUBMITTED,
    WITHDRAWN,
    BEHIND,
    INCOMPLETE,
    SCHEDULED,
    NEWER_DRAFT,
    DRAFT,
    ABSENT,
    LIVE,
)


def with_statuses(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Editions that know which statuses hold for them; see :func:`statuses_of`."""
    return editions.annotate(
        **{
            status.annotation: ExpressionWrapper(status.condition(), output_field=BooleanField())
            for status in STATUSES
        }
    )


def statuses_of(edition: Edition) -> list[EditionStatus]:
    """The statuses that hold for an edition from :func:`with_statuses`."""
    return [status for status in STATUSES if getattr(edition, status.annotation)]


def editions_of(page: AbstractPage) -> dict[str, Edition]:
    """The editions of a page by the code of their language, with their statuses."""
    Edition.objects.get_or_create_for_page(page)
    return editions_of_all([page])[page.pk]


def editions_of_all(pages: Iterable[AbstractPage]) -> dict[int, dict[str, Edition]]:
    """The editions of pages by their keys and the codes of languages; one query for all."""
    found: dict[int, dict[str, Edition]] = {page.pk: {} for page in pages}
    for edition in with_statuses(Edition.objects.filter(page_id__in=found)):
        found[edition.page_id][edition.language] = edition
    return found


def urgency_in(language: Language) -> Subquery:
    """For a query about pages: how urgently the edition in a language calls for somebody."""
    rank = Case(
        *(When(status.condition(), then=place) for place, status in enumerate(URGENCY)),
        default=Value(len(URGENCY)),
        output_field=IntegerField(),
    )
    own = Edition.objects.in_language(language).filter(page_id=OuterRef("pk"))
    return Subquery(own.annotate(rank=rank).values("rank")[:1])


def pages_with(language: Language, statuses: Iterable[EditionStatus]) -> QuerySet:
    """The keys of the pages for whose edition in a language one of the statuses holds."""
    wanted = Q()
    for status in statuses:
        wanted |= status.condition()
    return Edition.objects.in_language(language).filter(wanted).values("page_id")


def count_by_language(editions: QuerySet[Edition]) -> dict[str, dict[str, int]]:
    """How many editions each status holds for, by language and name of the status; one query."""
    rows = (
        editions.order_by()
        .values("language")
        .annotate(**{each.name: Count("pk", filter=each.condition()) for each in STATUSES})
    )
    return {row["language"]: {each.name: row[each.name] for each in STATUSES} for row in rows}


def count_below(page: AbstractPage) -> dict[str, dict[str, int]]:
    """As :func:`count_by_language`, of all pages below a page, of which there may be many.

    What is public is counted once for each version of it, and for each question only what is not
    public: the few editions that somebody works on.
    """
    in_work = count_by_language(Edition.objects.below(page.path).filter(is_in_work()))
    counts = {}
    for code, public in _count_public(page.path).items():
        drafts = in_work.get(code, {})
        counts[code] = {each.name: drafts.get(each.name, 0) for each in STATUSES} | public
        counts[code][ABSENT.name] -= counts[code][DRAFT.name]
    return counts


def is_in_work() -> Q:
    """The condition of the editions of which more can be said than what the public knows.

    Each kind is few and has an index, by which it is found without reading the others.
    """
    steps = (each.condition() for each in (SUBMITTED, RETURNED, SCHEDULED))
    return is_found_by(Q(has_draft=True), *steps)


def is_found_by(*conditions: Q) -> Q:
    """The condition that one of these holds; each is looked up by itself, in an index of its own.

    SQLite would rather read all that the rest of a query is about, and ask of each.
    """
    first, *others = (Edition.objects.order_by().filter(each).values("pk") for each in conditions)
    return Q(pk__in=first.union(*others))


@by_version()
def _count_public(path: str) -> dict[str, dict[str, int]]:
    """The statuses that any visitor could count; all that is not public is absent to them.

    By state, which the index of the lists has; what is behind is found in that of urgency.
    """
    below = Edition.objects.below(path).order_by()
    counts: defaultdict = defaultdict(lambda: {each.name: 0 for each in PUBLIC})
    for code, state, count in _counted(below, "language", "state"):
        counts[code][BY_STATE[state].name] = count
    for status, freshness in ((BEHIND, Freshness.BEHIND), (INCOMPLETE, Freshness.PARTIAL)):
        for code, count in _counted(
            below.filter(status.condition()).that_are(freshness), "language"
        ):
            counts[code][status.name] = count
    return dict(counts)


def _counted(editions: QuerySet[Edition], *columns: str) -> QuerySet:
    return editions.values_list(*columns).annotate(count=Count("*"))
