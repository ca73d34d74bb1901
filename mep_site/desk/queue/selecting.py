"""Which editions need work, and in which order.

An edition needs work if its readers wait for it to follow the Chinese that is public, if it has a
draft, or if somebody waits for a step to be taken. All of this is told by columns of the edition;
no page is read to find out.
"""

from collections.abc import Iterator, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Case, F, Q, QuerySet, When

from mep_site.translations.admin.dashboard.worklists import editions_for
from mep_site.translations.admin.listing.paging import KeysFirst
from mep_site.translations.admin.statuses import RETURNED, SUBMITTED, is_found_by, is_in_work
from mep_site.translations.languages import authoritative
from mep_site.translations.models import AuthoritativeChange, Edition
from mep_site.translations.models.edition import MOST_URGENT_FIRST
from mep_site.translations.models.long_querysets import between
from mep_site.translations.permissions import PermissionType

STEPS = {Edition.Step.SUBMITTED.value: SUBMITTED, Edition.Step.RETURNED.value: RETURNED}
# A list that is no longer is read from its beginning only: it may hold what needs work, and towards
# the end of the index of urgency stands all that needs none.
SHORT = 10_000
IS_WITHDRAWN = Q(change_kind=AuthoritativeChange.Kind.WITHDRAW)


def queue_of(user: AbstractBaseUser) -> QuerySet[Edition]:
    """The editions that the user may edit, and Chinese drafts; the most urgent first."""
    return (
        editions_for(user, PermissionType.EDIT)
        .exclude(language=authoritative().code, has_draft=False)
        .select_related("page", "assignment__assignee")
        .order_by(*waiting_first(), *MOST_URGENT_FIRST)
    )


def needs_work() -> Q:
    """The condition of the editions that somebody should do something about."""
    return Q(waits_since__isnull=False) | is_in_work()


def waiting_first() -> Iterator[Case]:
    """For a query: by deadline; then what was submitted, returned, withdrawn; then all else."""
    yield F("assignment__deadline").asc(nulls_last=True)
    for status in STEPS.values():
        yield Case(When(status.condition(), then=0), default=1)
    yield Case(When(IS_WITHDRAWN, then=0), default=1)


def is_waiting() -> Q:
    """The condition of the editions that come before all others, which are few."""
    steps = (status.condition() for status in STEPS.values())
    return is_found_by(Q(assignment__deadline__isnull=False), *steps, IS_WITHDRAWN)


def waiting_and_others(editions: QuerySet[Edition]) -> tuple[list[int], QuerySet]:
    """The keys of those that come first; and of all others, which an index has in their order."""
    first = editions.filter(is_waiting()).values_list("pk", flat=True)
    others = editions.exclude(is_waiting()).order_by(*MOST_URGENT_FIRST)
    return list(first), others.values_list("pk", flat=True)


class UrgentFirst(KeysFirst):
    """Pages of the queue in its own order, or in the one that was asked for."""

    is_sorted = False

    def keys(self, start: int, stop: int) -> Sequence[int]:
        """The keys of what a page shows."""
        if self.is_sorted:
            return super().keys(start, stop)
        first, others = waiting_and_others(self.object_list)
        count = self.count - len(first)
        after, until = max(start - len(first), 0), max(stop - len(first), 0)
        if count <= SHORT:
            return [*first[start:stop], *others[after:until]]
        return first[start:stop] + between(others, count, after, until)
