"""What a page needs so that each of its languages has a life of its own."""

import logging
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.locks import BaseLock, WorkflowLock
from wagtail.models import AbstractPage, Revision, WorkflowState

from ..audit import log_edition
from ..contents import envelope_of, saved_in, text_fields
from ..languages import Language, authoritative
from .edition import Edition

logger = logging.getLogger(__name__)


class TranslatedPage(models.Model):
    """A page whose revisions belong to one language each.

    A revision holds the drafts of all languages and names the one that it was saved in, its
    ``edition_language``. Publishing it publishes that language only. A revision that a program
    saved names none and publishes all languages.

    ``change`` describes a change of the Chinese to readers of translations, until it is published:
    ``{"kind": …, "note": {language code: text}}``. ``spare_texts`` holds translations of rows that
    the Chinese draft has removed and the published page still has, by language code and unit.
    """

    pins = models.JSONField(default=dict, blank=True, editable=False)

    edition_language: Language | None = None

    # The drafts of a copy name no language: the copy stands for all of them, and is published so.
    # Nor has it any times, because the page holds one moment and its languages expire apart.
    default_exclude_fields_in_copy = [
        *AbstractPage.default_exclude_fields_in_copy,
        "edition",
        "go_live_at",
        "expire_at",
    ]

    class Meta:
        abstract = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.change: dict[str, Any] = {}
        self.spare_texts: dict[str, dict[str, str]] = {}

    # Revisions

    def serializable_data(self) -> dict[str, Any]:
        """The content of a revision; without the bare columns, which follow the active language."""
        data = super().serializable_data()
        for field in text_fields(type(self)):
            data.pop(field.name, None)
        data["edition"] = {
            "language": self.edition_language.code if self.edition_language else None,
            "change": self.change,
            "spare_texts": self.spare_texts,
        }
        return data

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Self:
        """The page that a revision describes."""
        page = super().from_serializable_data(data, *args, **kwargs)
        envelope = envelope_of(data)
        page.edition_language = saved_in(data)
        page.change = envelope.get("change") or {}
        page.spare_texts = envelope.get("spare_texts") or {}
        return page

    def save_revision(  # noqa: PLR0913, PLR0917 - Wagtail's signature
        self,
        user: AbstractBaseUser | None = None,
        approved_go_live_at: Any = None,
        changed: bool = True,
        log_action: bool | str = False,
        previous_revision: Revision | None = None,
        clean: bool = True,
        overwrite_revision: Revision | None = None,
    ) -> Revision:
        """Save the draft; in the scope of a language, as the newest draft of that edition.

        ``PermissionDenied`` if ``overwrite_revision`` is not the newest one of its edition.
        """
        options = {
            "user": user,
            "approved_go_live_at": approved_go_live_at,
            "changed": changed,
            "clean": clean,
            "previous_revision": previous_revision,
        }
        if not self.edition_language:
            return super().save_revision(
                **options, log_action=log_action, overwrite_revision=overwrite_revision
            )
        edition = Edition.objects.of_page(self)[self.edition_language.code]
        if overwrite_revision and self._is_approved(overwrite_revision):
            overwrite_revision = None
        if overwrite_revision:
            self._let_overwrite(overwrite_revision, edition)
        revision = super().save_revision(**options, overwrite_revision=overwrite_revision)
        self._note_draft(revision, edition, changed)
        if log_action:
            log_edition(
                self,
                log_action,
                user,
                revision,
                previous=previous_revision,
                overwritten=bool(overwrite_revision),
                changed=changed,
            )
        return revision

    def _is_approved(self, revision: Revision) -> bool:
        """Whether the revision is public or waits for its moment, so that it has to stay as it is.

        What is written on top of it is a draft of its own.
        """
        stored = type(self).objects.filter(pk=self.pk)
        approved = Q(approved_go_live_at__isnull=False) | Q(pk__in=stored.values("live_revision"))
        return Revision.objects.filter(approved, pk=revision.pk).exists()

    def _let_overwrite(self, revision: Revision, edition: Edition) -> None:
        """Let the newest draft of an edition be overwritten.

        Wagtail allows that for the newest of the page only; somebody who writes in another
        language may have saved one since.
        """
        if edition.latest_revision_id != revision.pk:
            raise PermissionDenied("Cannot overwrite a revision that is not its edition's newest.")
        self.latest_revision = revision

    def _note_draft(self, revision: Revision, edition: Edition, changed: bool) -> None:
        noted = {"latest_revision": revision, "draft_saved_at": revision.created_at}
        if changed:
            noted["has_draft"] = True
        Edition.objects.filter(pk=edition.pk).update(**noted)

    def enter(self, language: Language) -> None:
        """Bring a draft into the scope of a language, with the times of its newest draft there.

        Times that have passed are left out: they are done with, and no form would take them.
        """
        self.edition_language = language
        edition = Edition.objects.of_page(self)[language.code]
        self.go_live_at, self.expire_at = edition.draft_schedule.ahead(timezone.now())
        vars(self).pop("scheduled_revision", None)

    # Publication

    def publish(self, revision: Revision, **options: Any) -> None:
        """Publish the language of the revision; see :class:`PublishEditionAction`."""
        from ..publishing import SCHEDULED, PublishEditionAction, TooEarlyError

        skip = options.pop("skip_permission_checks", False)
        try:
            PublishEditionAction(revision, **options).execute(skip_permission_checks=skip)
        except TooEarlyError as reason:
            if options.get("log_action") != SCHEDULED:
                raise
            # It stays due and goes live after the Chinese text has.
            logger.warning("Page %s: %s", self.pk, reason)

    def unpublish(
        self,
        set_expired: bool = False,
        commit: bool = True,
        user: AbstractBaseUser | None = None,
        log_action: bool | str = True,
        languages: list[Language] | None = None,
    ) -> None:
        """Unpublish these languages, by default all that are live and that the user may."""
        from ..unpublishing import UnpublishEditionsAction

        UnpublishEditionsAction(
            self,
            set_expired=set_expired,
            commit=commit,
            user=user,
            log_action=log_action,
            languages=languages,
        ).execute(skip_permission_checks=user is None)

    # Workflow, locks and schedules: the Chinese edition has Wagtail's, a translation its own.

    @property
    def _is_translation_scope(self) -> bool:
        return self.edition_language not in {None, authoritative()}

    @property
    def workflow_states(self) -> QuerySet[WorkflowState]:
        """The workflows that the page went through, as far as they concern the edition."""
        states = super().workflow_states
        return states.none() if self._is_translation_scope else states

    @property
    def current_workflow_state(self) -> WorkflowState | None:
        """The workflow in progress, which never holds up a translation."""
        return None if self._is_translation_scope else super().current_workflow_state

    @cached_property
    def scheduled_revision(self) -> Revision | None:
        """The revision that is scheduled; in the scope of a language, in that language."""
        scheduled = self.revisions.filter(approved_go_live_at__isnull=False)
        if self.edition_language:
            scheduled = scheduled.filter(content__edition__language=self.edition_language.code)
        return scheduled.order_by("approved_go_live_at").first()

    def get_lock(self) -> BaseLock | None:
        """The lock that concerns the edition."""
        lock = super().get_lock()
        return None if self._is_translation_scope and isinstance(lock, WorkflowLock) else lock
