"""Publishing per language: the one gate that every path takes to the public.

Publishing a language means: the live page, overlaid with that language's texts from the draft. The
rest of the draft stays the newest draft. Structure and facts go with the Chinese text. The columns
of a live page therefore never hold anything that has not been approved.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Revision

from ..audit import log_edition
from ..content.columns import Columns
from ..content.composition import published_content
from ..content.content import Content
from ..content.envelope import envelope_of, saved_in
from ..content.schedules import Schedule, schedule_in
from ..languages import Language, authoritative, languages
from ..models import Edition
from ..models.edition import EditionQuerySet, update_has_unpublished_changes
from ..permissions import PermissionType, may
from ..signals import editions_published
from .changes import AuthoritativePublication, kind_of_change
from .credits import credits_to_keep
from .gates import UntimelyError, WantedPublication, ask_gates
from .going_live import EditionAction, earliest, lock_page, schedule_details
from .unpublish import UnpublishEditionsAction
from .updates import is_update

# The name under which Wagtail's ``publish_scheduled`` has the publications logged that it starts.
SCHEDULED = "wagtail.publish.scheduled"
EXPIRED = "wagtail.unpublish.scheduled"


class TooEarlyError(UntimelyError):
    """A translation would go live before there is a published text that it translates."""


class UntitledError(UntimelyError):
    """A text would go live without the title by which it exists."""


class TooLateError(UntimelyError):
    """A text would expire before it goes live."""


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
    def _content(self) -> Content:
        """What the revision says."""
        return Content.stored_in(self.revision, type(self.object))

    @property
    def chosen(self) -> tuple[Language, ...]:
        """The languages that are published."""
        return (self.language,) if self.language else languages()

    def check(self, skip_permission_checks: bool = False) -> None:
        """Ask for the permission to publish, in the tree and in every language concerned."""
        super().check(skip_permission_checks)
        if self.user and not skip_permission_checks:
            content = self._content
            refused = [
                each
                for each in self.chosen
                if content.has(each) and not may(self.user, PermissionType.PUBLISH, each)
            ]
            if refused:
                raise PublishPagePermissionError(
                    _("You have no permission to publish: %(languages)s.")
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
            self._ask_gates()
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
        self.editions = Edition.objects.get_or_create_for_page(self.object)
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
            content = self._content
            self.revision = self._revision(content, **envelope_of(content.columns))
        self._drop_schedules()
        self.revision.approved_go_live_at = moment
        self.revision.save(update_fields=["approved_go_live_at"])
        self._own_editions.update(go_live_at=moment)
        if self.action:
            details = schedule_details(self.revision, moment, self.object)
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
        """Put the chosen languages live: from what is stored to what the public reads."""
        page, stored, now = self.object, self.stored, timezone.now()
        live = self._live
        self._refuse_translation_of_nothing(self._wanted)
        content = self._outcome
        newest = self._newest_draft()
        draft = Content.stored_in(newest, stored.model).as_draft_of(stored)
        kind = kind_of_change(content)
        ended = self.chosen
        if authoritative() in self.chosen:
            change = AuthoritativePublication(page, live, content, self.chosen, now)
            content, draft = change.applied(content, draft)
            change.record(self.user)
            ended = (*ended, *change.withdrawn)
        page.expire_at = self._first_expiry(content)
        updated = [each for each in self.chosen if self._updates(each, live, content, kind)]
        outrun = self._outrun()
        published = self.put_live(
            content.with_columns(self._times), newest, draft, self._codes(ended)
        )
        self._update_editions(now, updated, outrun)
        editions_published.send(
            sender=type(page), page=self.object, languages=self.chosen, user=self.user, moment=now
        )
        if self.action:
            self._log(self.action, published, self._credits())

    def _credits(self) -> dict[str, Any] | None:
        """Who made the translation that has gone live, if it is one."""
        language = self.language
        if language is None or language == self._outcome.source_language:
            return None
        before = self.editions[language.code].last_published_at
        return credits_to_keep(self.object, language, before)

    @property
    def _live(self) -> Content:
        """What visitors read now; empty if nothing."""
        return self.stored if self.object.live else Content(self.stored.model)

    @cached_property
    def _wanted(self) -> Content:
        """The draft that is to go live."""
        return self._content.as_draft_of(self.stored)

    @cached_property
    def _outcome(self) -> Content:
        """What visitors would read, before it is known what that means for translations."""
        return published_content(self._live, self._wanted, self.chosen)

    def _ask_gates(self) -> None:
        """:class:`RefusedAtGateError` if another app says that a text may not go live yet."""
        for language in self.chosen:
            if self._outcome.has(language):
                ask_gates(
                    WantedPublication(
                        self.object, language, self._outcome, self.user, self.is_scheduled
                    )
                )

    def _newest_draft(self) -> Revision:
        is_newest = self.object.latest_revision_id in {None, self.revision.pk}
        return self.revision if is_newest else self.object.latest_revision

    def _refuse_text_without_title(self) -> None:
        if self.language and not self._content.has(self.language):
            raise UntitledError(
                _(
                    "The text has no title. Enter one, then publish it. To take a text off the "
                    "site, unpublish it."
                )
            )

    def _refuse_translation_of_nothing(self, wanted: Content) -> None:
        if not self.object.live and wanted.source_language not in self.chosen:
            raise TooEarlyError(
                _(
                    "The source text of this translation has not been published. "
                    "Publish it first, then the translation."
                )
            )

    @property
    def _times(self) -> Columns:
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
            if content.has(each)
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
            return content.has(language)
        return is_update(live, content, language, kind)

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
        update_has_unpublished_changes(self.object)

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
