"""What every change of what is public goes through: a lock, and Wagtail's own publication."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.actions.base import BaseAction
from wagtail.models import AbstractPage, Revision
from wagtail.utils.timestamps import ensure_utc

from mep_site.internals import PublicationAfterSave

from ..content.content import Content
from ..models import Edition


def lock_row(page_id: int) -> None:
    """Lock a page and its aliases until the transaction ends; whoever writes to it does so first.

    SQLite locks the whole database instead.
    """
    pages = swapper.load_model("wagtailcore", "Page").objects.order_by("pk")
    concerned = pages.filter(Q(pk=page_id) | Q(alias_of=page_id))
    list(concerned.select_for_update().values_list("pk"))


def lock_page(page: AbstractPage) -> AbstractPage:
    """The specific page as it is stored, its row locked until the transaction ends."""
    lock_row(page.pk)
    return page.specific_class.objects.get(pk=page.pk)


class EditionAction(PublicationAfterSave):
    """Puts composed content live, with what follows from a publication by Wagtail's own action.

    Does not call Wagtail's initialisation, which would build the draft that is not published.
    """

    def __init__(self, page: AbstractPage, user: AbstractBaseUser | None, changed: bool) -> None:
        BaseAction.__init__(self, page, user=user)
        self.object = page
        self.changed = changed

    @cached_property
    def stored(self) -> Content:
        """What the page says until something else is put live."""
        return Content.of(self.object)

    def put_live(
        self,
        content: Content,
        newest: Revision,
        draft: Content,
        ended: Collection[str | None] = (),
    ) -> Revision:
        """Make ``content`` the live page and ``draft`` what its newest revision says.

        The schedules of the languages whose codes have ``ended`` are dropped. Returns the revision
        that is live then: the newest itself if the two say the same.
        """
        page = self.object
        is_whole_draft = content.says_the_same(draft)
        published = newest if is_whole_draft else self._revision(content)
        if Content.stored_in(newest, draft.model) != draft or not is_whole_draft:
            # The newest draft is the one saved last.
            newest.created_at = timezone.now()
            newest.content = draft.as_stored()
            newest.save(update_fields=["content", "created_at"])
        published.content_object = page
        self.revision, self.object = published, self._as_published(published)
        _drop_schedules(page, ended)
        self.object.save()
        self.tell()
        return published

    def _as_published(self, revision: Revision) -> AbstractPage:
        """The page as it is to be saved; rows that stay as they are need not be."""
        page, now = self.object, timezone.now()
        content = Content.stored_in(revision, type(page))
        live = page.with_content_json(content.columns_without_rows_of(self.stored))
        live.edition_language = page.edition_language
        live.go_live_at, live.expire_at = None, page.expire_at
        live.live, live.expired, live.live_revision = True, False, revision
        live.last_published_at = now
        live.first_published_at = live.first_published_at or now
        return live

    def _revision(self, content: Content, **envelope: Any) -> Revision:
        """A revision of what goes live, where that is not the newest draft."""
        page = self.object
        code = page.edition_language.code if page.edition_language else None
        return Revision.objects.create(
            content_object=page,
            base_content_type=page.get_base_content_type(),
            user=self.user,
            content=content.as_stored() | {"edition": {**envelope, "language": code}},
            object_str=str(page),
        )


def _drop_schedules(page: AbstractPage, ended: Collection[str | None]) -> None:
    """Take back what is scheduled in the languages with these codes.

    ``None`` stands for the revisions that a program saved, which name no language.
    """
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False)
    rows = scheduled.values_list("pk", "content__edition__language")
    over = [pk for pk, code in rows if code in ended]
    if over:
        scheduled.filter(pk__in=over).update(approved_go_live_at=None)


@contextmanager
def schedules_kept(page: AbstractPage, ended: Collection[str | None]) -> Iterator[None]:
    """Keep the schedules of a page, but for those of the languages whose codes have ``ended``.

    Wagtail drops all of them when anything is published or unpublished. ``None`` stands for the
    revisions that a program saved, which name no language.
    """
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False)
    rows = list(scheduled.values_list("pk", "approved_go_live_at", "content__edition__language"))
    yield
    for pk, moment, code in rows:
        if code not in ended:
            page.revisions.filter(pk=pk).update(approved_go_live_at=moment)


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    """The first of these moments; ``None`` if there is none."""
    return min((moment for moment in moments if moment), default=None)


def first_expiry(editions: Mapping[str, Edition]) -> datetime | None:
    """When the first of these editions that is live expires.

    Wagtail's ``publish_scheduled`` looks at the page for it.
    """
    return earliest(edition.expire_at for edition in editions.values() if edition.is_live)


def schedule_details(revision: Revision, moment: datetime, page: AbstractPage) -> dict[str, Any]:
    """What Wagtail's log says of a schedule."""
    return {
        "revision": {
            "id": revision.pk,
            "created": ensure_utc(revision.created_at),
            "go_live_at": ensure_utc(moment),
            "has_live_version": page.live,
        }
    }
