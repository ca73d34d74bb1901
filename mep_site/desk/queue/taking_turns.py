"""The next one: the most urgent edition that somebody may begin with now."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.models import EditingSession
from wagtail.models import get_default_page_content_type

from mep_site.translations.admin.scope import edit_url
from mep_site.translations.languages import authoritative
from mep_site.translations.models import Edition, EditionSession
from mep_site.translations.models.edition import MOST_URGENT_FIRST
from mep_site.translations.permissions import PermissionType, languages_for

from .filters import QueueFilterSet
from .selecting import queue_of, waiting_and_others
from .views import FIRST_OPEN

# How far behind the one that is done the next one is looked for.
REACH = 200
REMEMBERED = "queue"
AFTER = "after"


def to_do(user: AbstractBaseUser) -> QuerySet[Edition]:
    """The translations with texts to do that nobody else has in hand, in the order of the queue."""
    return (
        queue_of(user)
        .exclude(language=authoritative().code)
        .filter(open_units__gt=0)
        .exclude(step=Edition.Step.SUBMITTED)
        .exclude(Q(assignment__assignee__isnull=False) & ~Q(assignment__assignee=user))
        .exclude(Q(page__locked=True) & ~Q(page__locked_by=user))
        .exclude(pk__in=opened_by_others(user))
    )


def opened_by_others(user: AbstractBaseUser) -> list[int]:
    """The editions whose form somebody else has open and has not left alone for long."""
    lately = timezone.now() - EditingSession.IDLE_TIMEOUT
    sessions = EditionSession.objects.filter(
        session__last_seen_at__gte=lately,
        session__content_type=get_default_page_content_type(),
    ).exclude(session__user=user)
    opened = Q(pk__in=[])
    for key, code in sessions.values_list("session__object_id", "language"):
        opened |= Q(page_id=int(key), language=code)
    return list(Edition.objects.order_by().filter(opened).values_list("pk", flat=True))


def in_turn(editions: QuerySet[Edition], user: AbstractBaseUser) -> list[int]:
    """The keys of the first of these editions: those of the user, then by urgency."""
    soonest = F("assignment__deadline").asc(nulls_last=True)
    own = editions.filter(assignment__assignee=user).order_by(soonest, *MOST_URGENT_FIRST)
    others = editions.filter(Q(assignment__isnull=True) | Q(assignment__assignee__isnull=True))
    first, rest = waiting_and_others(others)
    return [*own.values_list("pk", flat=True)[:REACH], *first[:REACH], *rest[:REACH]]


def next_of(keys: Iterable[int], after: int | None) -> int | None:
    """The one that comes after; the first where that one is not among them, or is the last."""
    keys = list(keys)
    following = keys[keys.index(after) + 1 :] if after in keys else keys
    others = [key for key in following or keys if key != after]
    return others[0] if others else None


class NextView(View):
    """Sends whoever asks to the first open text of the next edition.

    The filters of the address are remembered. With ``after``, the key of an edition, it is the one
    that comes after that, by the filters that are remembered.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form of the next edition; the queue if there is none."""
        if not languages_for(request.user, PermissionType.EDIT):
            raise PermissionDenied
        key = next_of(self._keys, self._after)
        if key is None:
            messages.info(request, _("Nothing that you could begin with waits. Well done."))
            return redirect(f"{reverse('desk:queue')}?{self._query.urlencode()}".rstrip("?"))
        edition = Edition.objects.select_related("page").get(pk=key)
        return redirect(edit_url(edition.page, edition.get_language()) + FIRST_OPEN)

    @cached_property
    def _after(self) -> int | None:
        value = self.request.GET.get(AFTER, "")
        return int(value) if value.isdecimal() and len(value) < 19 else None

    @cached_property
    def _query(self) -> QueryDict:
        """The filters to go by."""
        if AFTER in self.request.GET:
            return QueryDict(self.request.session.get(REMEMBERED, ""))
        self.request.session[REMEMBERED] = self.request.GET.urlencode()
        return self.request.GET

    @property
    def _keys(self) -> list[int]:
        filters = QueueFilterSet(self._query, request=self.request)
        editions = to_do(self.request.user)
        return in_turn(filters.narrowed(editions), self.request.user)
