"""What a digest says: what waits for a colleague, and what went live of pages of theirs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Min, QuerySet
from django.utils import timezone, translation
from wagtail.models import PageLogEntry

from mep_site.mailing.letters import absolute
from mep_site.translations.admin.dashboard.items import WorklistItem, first_items
from mep_site.translations.admin.dashboard.worklists import Worklist
from mep_site.translations.languages import Language, authoritative, languages
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, may

from .occasions import RETURNED, WORKLIST, translated_by

# By these a colleague has had a hand in the Chinese text of a page.
WRITING = ("wagtail.create", "wagtail.edit")


def _behind(user: AbstractBaseUser) -> QuerySet[Edition]:
    return WORKLIST["behind"].of(user).filter(pk__in=translated_by(user).values("pk"))


WAITING = (WORKLIST[RETURNED], WORKLIST["submitted"], replace(WORKLIST["behind"], of=_behind))


@dataclass(frozen=True)
class DigestSection:
    """What waits for one reason: how many texts, the first of them, and the age of the oldest.

    The addresses of the items begin with scheme and host.
    """

    heading: Any
    count: int
    items: list[WorklistItem]
    days: int

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.items)


@dataclass(frozen=True)
class WentLive:
    """A translation that was published of a page whose Chinese a colleague wrote."""

    title: str
    language: Language
    url: str


@dataclass(frozen=True)
class DigestContents:
    """What one digest says; empty if nobody needs it."""

    sections: list[DigestSection]
    went_live: list[WentLive]

    def __bool__(self) -> bool:
        return bool(self.sections or self.went_live)

    @property
    def count(self) -> int:
        """How many texts wait."""
        return sum(section.count for section in self.sections)

    @property
    def days(self) -> int:
        """For how many whole days the oldest of them has waited."""
        return max((section.days for section in self.sections), default=0)


def contents_for(user: AbstractBaseUser, since: datetime) -> DigestContents:
    """What there is to tell a colleague, in the active language.

    What went live is told from ``since`` on; what waits is told every day until it is done.
    """
    sections = [_section(each, user) for each in WAITING if each.concerns(user)]
    return DigestContents([each for each in sections if each.count], list(_went_live(user, since)))


def _section(worklist: Worklist, user: AbstractBaseUser) -> DigestSection:
    editions = worklist.of(user)
    count = editions.count()
    oldest = editions.aggregate(oldest=Min("since"))["oldest"] or timezone.now()
    first = first_items(worklist, user) if count else []
    items = [replace(each, url=absolute(each.url)) for each in first]
    return DigestSection(worklist.heading, count, items, (timezone.now() - oldest).days)


def _went_live(user: AbstractBaseUser, since: datetime) -> Iterator[WentLive]:
    """What was published in other languages of pages that the user wrote in Chinese.

    Whoever may publish a language knows what was published in it.
    """
    entries = PageLogEntry.objects.filter(user=user, action__in=WRITING)
    written = entries.filter(data__languages__0=authoritative().code).values("page")
    known = [each for each in languages() if may(user, PermissionType.PUBLISH, each)]
    editions = (
        Edition.objects.live()
        .not_in_languages([authoritative(), *known])
        .filter(page__in=written, last_published_at__gt=since)
        .select_related("page")
        .order_by("last_published_at")
    )
    for edition in editions:
        language = edition.get_language()
        with translation.override(language.code):
            url = absolute(edition.page.get_url() or "")
        yield WentLive(edition.page.get_admin_display_title(), language, url)
