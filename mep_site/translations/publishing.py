"""Publishing per language: the one gate that every path takes to the public.

Publishing a language means: the live page, overlaid with that language's texts from the draft. The
rest of the draft stays the newest draft. Structure and facts go with the Chinese text. The columns
of a live page therefore never hold anything that has not been approved.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.base import BaseAction
from wagtail.actions.publish_page_revision import (
    PublishPagePermissionError,
    PublishPageRevisionAction,
)
from wagtail.actions.unpublish_page import UnpublishPageAction, UnpublishPagePermissionError
from wagtail.models import AbstractPage, Revision
from wagtail.utils.timestamps import ensure_utc

from .audit import log_edition
from .changes import ChineseChange, kind_of
from .composition import published_content
from .contents import (
    Content,
    as_draft_of,
    content_of,
    envelope_of,
    has_edition,
    leading_language,
    saved_in,
    says_the_same,
    without,
)
from .languages import Language, authoritative, languages
from .models import Edition
from .models.edition import EditionQuerySet, agree_on_drafts, live_languages
from .permissions import Right, may
from .schedules import Schedule, schedule_in, schedules_kept
from .updates import is_update

# The name under which Wagtail's ``publish_scheduled`` has the publications logged that it starts.
SCHEDULED = "wagtail.publish.scheduled"
EXPIRED = "wagtail.unpublish.scheduled"


class UntimelyError(PublishPagePermissionError):
    """What is to be published can't go live at that moment."""


class TooEarlyError(UntimelyError):
    """A translation would go live before there is a published text that it renders."""


class UntitledError(UntimelyError):
    """A text would go live without the title by which it exists."""


class TooLateError(UntimelyError):
    """A text would expire before it goes live."""


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


class EditionAction(PublishPageRevisionAction):
    """Puts composed content live by Wagtail's own action, which sends signals and follows aliases.

    Does not call Wagtail's initialisation, which would build the draft that is not published.
    """

    def __init__(self, page: AbstractPage, user: AbstractBaseUser | None, changed: bool) -> None:
        BaseAction.__init__(self, page, user=user)
        self.object = page
        self.changed = changed
        self.log_action = False
        self.previous_revision = None

    def put_live(
        self,
        content: Content,
        draft: Revision,
        draft_content: Content,
        ended: Collection[str | None] = (),
    ) -> Revision:
        """Make ``content`` the live page and ``draft_content`` its newest draft.

        The schedules of the languages whose codes have ``ended`` are dropped. Returns the revision
        that is live then: the draft itself if the two say the same.
        """
        page, model = self.object, type(self.object)
        is_whole_draft = says_the_same(model, content, draft_content)
        published = draft if is_whole_draft else self._revision(content)
        if draft.content != draft_content or not is_whole_draft:
            # The newest draft is the one saved last.
            draft.created_at = timezone.now()
            draft.content = draft_content
            draft.save(update_fields=["content", "created_at"])
        published.content_object = page
        self.revision, self.object = published, published.as_object()
        self.object.edition_language = page.edition_language
        self.object.go_live_at, self.object.expire_at = None, page.expire_at
        with schedules_kept(self.object, ended):
            self._publish_revision(
                published, self.object, self.user, self.changed, False, self.previous_revision
            )
        return published

    def _revision(self, content: Content, **envelope: Any) -> Revision:
        """A revision of what goes live, where that is not the newest draft."""
        page = self.object
        code = page.edition_language.code if page.edition_language else None
        return Revision.objects.create(
            content_object=page,
            base_content_type=page.get_base_content_type(),
            user=self.user,
            content=content | {"edition": {**envelope, "language": code}},
            object_str=str(page),
        )


class PublishEditionAction(EditionAction):
    """Publish or schedule the language of a revision.

    ``language`` overrides the language that the revision names; a revision that names none
    publishes all of its languages. The other options are those of Wagtail's action.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - Wagtail's signature, and the language
        self,
        revision: Revision,
        user: AbstractBaseUser | None = None,
        changed: bool = True,
        log_action: bool | str = True,
        previous_revision: Revision | None = None,
        language: Language | None = None,
    ) -> None:
        super().__init__(revision.content_object, user, changed)
        self.revision = revision
        self.action = "wagtail.publish" if log_action is True else log_action
        self.previous_revision = previous_revision
        self.language = language or saved_in(revision.content)

    @property
    def chosen(self) -> tuple[Language, ...]:
        """The languages that are published."""
        return (self.language,) if self.language else languages()

    def check(self, skip_permission_checks: bool = False) -> None:
        """Ask for the right to publish, in the tree and in every language concerned."""
        super().check(skip_permission_checks)
        if self.user and not skip_permission_checks:
            refused = [
                each
                for each in self.chosen
                if has_edition(self.revision.content, each)
                and not may(self.user, Right.PUBLISH, each)
            ]
            if refused:
                raise PublishPagePermissionError(
                    _("You have no right to publish: %(languages)s.")
                    % {"languages": ", ".join(map(str, refused))}
                )

    def execute(self, skip_permission_checks: bool = False) -> None:
        """Publish now, or approve for the moment that the draft names if that lies ahead.

        :class:`UntimelyError` if a translation would be the first text of the page to go live, or
        if the text would expire before. What a schedule has started waits, or is over.
        """
        with transaction.atomic():
            if not self._read():
                return
            self.check(skip_permission_checks)
            self._refuse_text_without_title()
            moment = self._moment()
            if not self.schedule.is_over(moment):
                self._schedule(moment) if moment > timezone.now() else self._publish()
            elif self.is_scheduled:
                self._lapse()
            else:
                raise TooLateError(
                    _(
                        "This text would expire before it goes live. "
                        "Choose a later time for it to expire, or none."
                    )
                )

    @property
    def is_scheduled(self) -> bool:
        """Whether the schedule asks, not a person."""
        return self.action == SCHEDULED

    def _read(self) -> bool:
        """Read what is published once more, under the lock; whether it is still to be published.

        ``publish_scheduled`` lists what is due once. Until it comes to a page, the schedule may
        have been taken back, or have been carried out by another run of the command.
        """
        self.object = lock_page(self.object)
        self.revision.refresh_from_db()
        self.object.edition_language = self.language
        self.editions = Edition.objects.of_page(self.object)
        self.schedule = schedule_in(self.revision.content)
        approved = self.revision.approved_go_live_at
        return not self.is_scheduled or bool(approved and approved <= timezone.now())

    def _moment(self) -> datetime:
        """When it goes live: now, if the schedule asks, for then its moment has come."""
        now = timezone.now()
        return now if self.is_scheduled else max(now, self.schedule.go_live_at or now)

    @property
    def _own_editions(self) -> EditionQuerySet:
        codes = [language.code for language in self.chosen]
        return Edition.objects.filter(page_id=self.object.pk, language__in=codes)

    def _schedule(self, moment: datetime) -> None:
        if saved_in(self.revision.content) != self.language:
            # What goes live in the end is the language that the revision names.
            content = self.revision.content
            self.revision = self._revision(content, **envelope_of(content))
        self._drop_schedules()
        self.revision.approved_go_live_at = moment
        self.revision.save(update_fields=["approved_go_live_at"])
        self._own_editions.update(go_live_at=moment)
        if self.action:
            details = _details(self.revision, moment, self.object)
            self._log("wagtail.publish.schedule", self.revision, details)

    def _drop_schedules(self) -> None:
        """Take back what was scheduled in the language, or in all if a program publishes."""
        scheduled = self.object.revisions.all()
        if self.language:
            scheduled = scheduled.filter(content__edition__language=self.language.code)
        scheduled.update(approved_go_live_at=None)

    def _lapse(self) -> None:
        """End a schedule that was carried out too late, as it would have ended by now.

        The text does not go live any more, and the one that it would have replaced expires.
        """
        self._drop_schedules()
        self._own_editions.update(go_live_at=None)
        self._own_editions.live().update(expire_at=self.schedule.expire_at)
        UnpublishEditionsAction(self.object, set_expired=True, log_action=EXPIRED).execute()

    def _publish(self) -> None:
        page, model = self.object, type(self.object)
        stored = content_of(page)
        live = stored if page.live else None
        draft = self._newest_draft()
        wanted = as_draft_of(model, self.revision.content, stored)
        self._refuse_translation_of_nothing(wanted)
        content = published_content(model, live, wanted, self.chosen)
        draft_content = (
            wanted if draft is self.revision else as_draft_of(model, draft.content, stored)
        )
        now = timezone.now()
        kind = kind_of(content)
        ended = self.chosen
        if authoritative() in self.chosen:
            change = ChineseChange(page, live or {}, content, self.chosen, now)
            content, draft_content = change.applied(content, draft_content)
            change.record(self.user)
            ended = (*ended, *change.withdrawn)
        page.expire_at = self._first_expiry(content)
        updated = [each for each in self.chosen if self._updates(each, live or {}, content, kind)]
        outrun = self._outrun()
        published = self.put_live(content | self._times, draft, draft_content, self._codes(ended))
        self._update_editions(now, updated, outrun)
        if self.action:
            self._log(self.action, published)

    def _newest_draft(self) -> Revision:
        newest = self.object.latest_revision
        return self.revision if newest is None or newest.pk == self.revision.pk else newest

    def _refuse_text_without_title(self) -> None:
        if self.language and not has_edition(self.revision.content, self.language):
            raise UntitledError(
                _(
                    "The text has no title. Enter one, then publish it. To take a text off the "
                    "site, unpublish it."
                )
            )

    def _refuse_translation_of_nothing(self, wanted: Content) -> None:
        if not self.object.live and leading_language(wanted) not in self.chosen:
            raise TooEarlyError(
                _(
                    "The text that this translation renders has not been published. "
                    "Publish it first, then the translation."
                )
            )

    @property
    def _times(self) -> Content:
        """The times that the revision carries, as its content has them."""
        return {name: self.revision.content.get(name) for name in Schedule._fields}

    def _codes(self, ended: Iterable[Language]) -> set[str | None]:
        """The codes of languages; with what a program saved, where a program publishes."""
        return {each.code for each in ended} | (set() if self.language else {None})

    def _first_expiry(self, content: Content) -> datetime | None:
        """When the first language of what goes live expires."""
        return earliest(
            self.schedule.expire_at if each in self.chosen else self.editions[each.code].expire_at
            for each in languages()
            if has_edition(content, each)
        )

    def _outrun(self) -> list[str]:
        """The languages of which there is a newer draft than the one that goes live."""
        return [
            each.code
            for each in self.chosen
            if self.editions[each.code].has_draft_after(self.revision)
        ]

    def _updates(self, language: Language, live: Content, content: Content, kind: str) -> bool:
        """Whether readers find another text; also where one comes back that was withdrawn."""
        if self.editions[language.code].is_withdrawn:
            return has_edition(content, language)
        return is_update(type(self.object), live, content, language, kind)

    def _update_editions(
        self, now: datetime, updated: Iterable[Language], outrun: list[str]
    ) -> None:
        editions = self._own_editions
        editions.filter(language__in=[each.code for each in updated]).update(updated_at=now)
        moment = self.schedule.expire_at
        published = {
            "last_published_at": now,
            "go_live_at": None,
            # A text that was emptied is not live any more.
            "expire_at": moment and Case(When(state=Edition.State.LIVE, then=Value(moment))),
        }
        if outrun:
            editions.filter(language__in=outrun).update(**published, has_draft=True)
        editions.exclude(language__in=outrun).update(
            **published,
            has_draft=False,
            step=Edition.Step.DRAFTING,
            step_at=None,
            step_by=None,
            step_comment="",
        )
        agree_on_drafts(self.object)

    def _log(self, action: str, revision: Revision, details: dict[str, Any] | None = None) -> None:
        log_edition(
            self.object,
            action,
            self.user,
            revision,
            languages=self.chosen,
            previous=self.previous_revision,
            changed=self.changed,
            details=details,
        )


class UnpublishEditionsAction(UnpublishPageAction):
    """Unpublish some languages of a page; with the last one the page itself is unpublished.

    ``languages`` defaults to all that are live and that the user may unpublish, or with
    ``set_expired`` to those whose approved time is over. Where none of them is live, nothing
    happens.
    """

    def __init__(
        self,
        page: AbstractPage,
        *args: Any,
        languages: Iterable[Language] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(page, *args, **options)
        self.action = "wagtail.unpublish" if self.log_action is True else self.log_action
        self.requested = None if languages is None else tuple(languages)

    def check(self, skip_permission_checks: bool = False) -> None:
        """Ask for the right to publish, in the tree and in every language concerned."""
        super().check(skip_permission_checks)
        if self.user and not skip_permission_checks:
            asked = self.requested if self.requested is not None else self._allowed(languages())
            may_none = self.requested is None and not asked
            if may_none or list(asked) != self._allowed(asked):
                raise UnpublishPagePermissionError(
                    _("You have no right to unpublish this page in these languages.")
                )

    def _allowed(self, wanted: Iterable[Language]) -> list[Language]:
        return [each for each in wanted if may(self.user, Right.PUBLISH, each)]

    def execute(self, skip_permission_checks: bool = False) -> None:
        """Unpublish; what was public stays in the draft."""
        self.check(skip_permission_checks)
        with transaction.atomic():
            page = lock_page(self.object)
            editions = Edition.objects.of_page(page)
            live = live_languages(editions.values())
            chosen = tuple(self._chosen(live, editions))
            if chosen:
                self._unpublish(page, editions, chosen)
                self.object.refresh_from_db()
            elif self.set_expired and page.live:
                # Else the schedule would come back to it, again and again.
                type(page).objects.filter(pk=page.pk).update(expire_at=_first_expiry(editions))
        self._unpublish_descendants()

    def _chosen(self, live: list[Language], editions: Mapping[str, Edition]) -> list[Language]:
        """Those of the live languages that are to be unpublished."""
        if self.set_expired:
            now = timezone.now()
            return [each for each in live if editions[each.code].schedule.is_over(now)]
        if self.requested is not None:
            return [each for each in live if each in self.requested]
        return self._allowed(live) if self.user else live

    def _unpublish(
        self, page: AbstractPage, editions: Mapping[str, Edition], chosen: tuple[Language, ...]
    ) -> None:
        remaining = {
            code: each
            for code, each in editions.items()
            if each.is_live and each.get_language() not in chosen
        }
        ended = self._ended(chosen, is_whole=not remaining)
        if remaining:
            self._withdraw(page, remaining, chosen, ended)
        else:
            with schedules_kept(page, ended):
                super()._unpublish_object(
                    page, self.set_expired, self.commit, self.user, log_action=False
                )
        Edition.objects.filter(page_id=page.pk, language__in=ended).update(go_live_at=None)
        if self.action:
            log_edition(page, self.action, self.user, languages=chosen)

    def _ended(self, chosen: Iterable[Language], is_whole: bool) -> set[str | None]:
        """Whose schedules end: none if a time was over, for what comes after it is approved too."""
        if self.set_expired:
            return set()
        if is_whole:
            return {None, *(each.code for each in languages())}
        return {each.code for each in chosen}

    def _withdraw(
        self,
        page: AbstractPage,
        remaining: Mapping[str, Edition],
        chosen: tuple[Language, ...],
        ended: set[str | None],
    ) -> None:
        content = without(type(page), content_of(page), *chosen) | Schedule()._asdict()
        if page.alias_of_id:
            # It has no drafts, and gets back what its source has with the next publication there.
            page.with_content_json(content).save(clean=False)
            return
        draft = page.latest_revision or page.save_revision(user=self.user)
        codes = [language.code for language in chosen]
        Edition.objects.filter(page_id=page.pk, language__in=codes).update(has_draft=True)
        page.expire_at = _first_expiry(remaining)
        page.edition_language = chosen[0]
        EditionAction(page, self.user, changed=False).put_live(content, draft, draft.content, ended)
        agree_on_drafts(page)

    def _unpublish_descendants(self) -> None:
        """The same languages of the pages below, as far as the user may."""
        if not self.include_descendants:
            return
        asked = languages() if self.requested is None else self.requested
        wanted = self._allowed(asked) if self.user else asked
        for page in self.object.get_descendants().live().specific().iterator():
            if self.user is None or page.permissions_for_user(self.user).can_unpublish():
                page.unpublish(user=self.user, languages=list(wanted))


def unschedule(revision: Revision, user: AbstractBaseUser | None) -> bool:
    """Take back the schedule of a revision; whether it was still scheduled."""
    with transaction.atomic():
        page = lock_page(revision.content_object)
        revision.refresh_from_db()
        moment, language = revision.approved_go_live_at, saved_in(revision.content)
        if moment is None:
            return False
        page.revisions.filter(pk=revision.pk).update(approved_go_live_at=None)
        chosen = (language,) if language else languages()
        codes = [each.code for each in chosen]
        Edition.objects.filter(page_id=page.pk, language__in=codes).update(go_live_at=None)
        details = _details(revision, moment, page)
        action = "wagtail.schedule.cancel"
        log_edition(page, action, user, revision, languages=chosen, details=details)
    return True


def _details(revision: Revision, moment: datetime, page: AbstractPage) -> dict[str, Any]:
    """What Wagtail's log says of a schedule."""
    return {
        "revision": {
            "id": revision.pk,
            "created": ensure_utc(revision.created_at),
            "go_live_at": ensure_utc(moment),
            "has_live_version": page.live,
        }
    }


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    """The first of these moments; ``None`` if there is none."""
    return min((moment for moment in moments if moment), default=None)


def _first_expiry(editions: Mapping[str, Edition]) -> datetime | None:
    """When the first of these editions that is live expires.

    Wagtail's ``publish_scheduled`` looks at the page for it.
    """
    return earliest(edition.expire_at for edition in editions.values() if edition.is_live)
