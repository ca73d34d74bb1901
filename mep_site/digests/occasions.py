"""What a colleague must be told of at once: a text returned to them, a Chinese text changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q

from mep_site.translations.admin.dashboard.worklists import WORKLISTS, editions_for
from mep_site.translations.freshness.comparison import Freshness
from mep_site.translations.languages import authoritative, languages
from mep_site.translations.models import AuthoritativeChange, Edition
from mep_site.translations.models.edition import EditionQuerySet
from mep_site.translations.permissions import PermissionType, may

WORKLIST = {each.name: each for each in WORKLISTS}
RETURNED, MATERIAL = "returned", "material"
# What is older stands in a digest; a timer that stood still for so long is told about there.
AT_ONCE_WITHIN = timedelta(days=1)


@dataclass(frozen=True)
class Occasion:
    """Something that concerns one edition; ``change`` is that of the Chinese, if it is one."""

    kind: str
    edition: Edition
    change: AuthoritativeChange | None = None

    @property
    def name(self) -> str:
        """By what it is known that somebody was told of it."""
        if self.change:
            return f"{self.kind} {self.change.pk} {self.edition.pk}"
        return f"{self.kind} {self.edition.pk} {self.edition.step_at.timestamp():.0f}"


def occasions_for(user: AbstractBaseUser, now: datetime) -> Iterator[Occasion]:
    """What a colleague is to be told of at this moment, whether or not they were."""
    since = now - AT_ONCE_WITHIN
    for edition in WORKLIST[RETURNED].of(user).filter(step_at__gte=since):
        yield Occasion(RETURNED, edition)
    changes = (
        AuthoritativeChange.objects.filter(published_at__gte=since)
        .exclude(kind=AuthoritativeChange.Kind.EDITORIAL)
        .exclude(user=user)
    )
    newest = {change.page_id: change for change in reversed(changes)}
    for edition in translated_by(user).filter(page__in=newest):
        yield Occasion(MATERIAL, edition, newest[edition.page_id])


def translated_by(user: AbstractBaseUser) -> EditionQuerySet:
    """The translations that do not follow the Chinese and that a colleague is to bring in line.

    Not those in languages that they may publish: of these they get what is submitted.
    """
    others = [
        each
        for each in languages()
        if each == authoritative() or may(user, PermissionType.PUBLISH, each)
    ]
    outdated = Q(freshness=Freshness.BEHIND) | Q(state=Edition.State.WITHDRAWN)
    return editions_for(user, PermissionType.EDIT).not_in_languages(others).filter(outdated)
