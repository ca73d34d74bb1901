"""Publishing per language: the one gate that every path takes to the public.

Publishing a language means: the live page, overlaid with that language's texts from the draft. The
rest of the draft stays the newest draft. Structure and facts go with the Chinese text. The columns
of a live page therefore never hold anything that has not been approved.
"""

from collections.abc import Iterable
from typing import Any

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
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
    content_of,
    has_edition,
    leading_language,
    saved_in,
    says_the_same,
    with_keys_of,
    without,
)
from .languages import Language, authoritative, languages
from .models import Edition
from .models.edition import agree_on_drafts, live_languages
from .permissions import Right, may
from .updates import is_update


class TooEarlyError(PublishPagePermissionError):
    """A translation would go live before there is a published text that it renders."""


def lock_row(page_id: int) -> None:
    """Lock a page until the transaction ends; whoever writes to it does so first.

    SQLite locks the whole database instead.
    """
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk=page_id)
    pages.select_for_update().values_list("pk").first()


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

    def put_live(self, content: Content, draft: Revision, draft_content: Content) -> Revision:
        """Make ``content`` the live page and ``draft_content`` its newest draft.

        Returns the revision that is live then: the draft itself if the two say the same.
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
        schedules = self._schedules_of_others()
        self._publish_revision(
            published, self.object, self.user, self.changed, False, self.previous_revision
        )
        for scheduled, moment in schedules:
            self.object.revisions.filter(pk=scheduled).update(approved_go_live_at=moment)
        return published

    def _revision(self, content: Content) -> Revision:
        """A revision of what goes live, where that is not the newest draft."""
        page = self.object
        code = page.edition_language.code if page.edition_language else None
        return Revision.objects.create(
            content_object=page,
            base_content_type=page.get_base_content_type(),
            user=self.user,
            content=content | {"edition": {"language": code}},
            object_str=str(page),
        )

    def _schedules_of_others(self) -> list[tuple[int, Any]]:
        """The schedules of other languages, which Wagtail drops when anything is published."""
        own = self.object.edition_language
        if not own:
            return []
        scheduled = self.object.revisions.filter(approved_go_live_at__isnull=False)
        rows = scheduled.values_list("pk", "approved_go_live_at", "content__edition__language")
        return [(pk, moment) for pk, moment, code in rows if code != own.code]


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

        :class:`TooEarlyError` if a translation would be the first text of the page to go live.
        """
        self.check(skip_permission_checks)
        with transaction.atomic():
            self.object = lock_page(self.object)
            self.object.edition_language = self.language
            self.editions = Edition.objects.of_page(self.object)
            moment = self._moment()
            if moment and moment > timezone.now():
                self._schedule(moment)
            else:
                self._publish()

    def _moment(self) -> Any:
        if self.language:
            return self.editions[self.language.code].go_live_at
        return self.object.with_content_json(self.revision.content).go_live_at

    def _schedule(self, moment: Any) -> None:
        self.revision.approved_go_live_at = moment
        self.revision.save(update_fields=["approved_go_live_at"])
        others = self.object.revisions.exclude(pk=self.revision.pk)
        if self.language:
            others = others.filter(content__edition__language=self.language.code)
        others.update(approved_go_live_at=None)
        if self.action:
            details = {
                "id": self.revision.pk,
                "created": ensure_utc(self.revision.created_at),
                "go_live_at": ensure_utc(moment),
                "has_live_version": self.object.live,
            }
            self._log("wagtail.publish.schedule", self.revision, {"revision": details})

    def _publish(self) -> None:
        page, model = self.object, type(self.object)
        stored = content_of(page)
        live = stored if page.live else None
        draft = self._newest_draft()
        wanted = with_keys_of(model, self.revision.content, stored)
        self._refuse_translation_of_nothing(wanted)
        content = published_content(model, live, wanted, self.chosen)
        draft_content = (
            wanted if draft is self.revision else with_keys_of(model, draft.content, stored)
        )
        now = timezone.now()
        kind = kind_of(content)
        if authoritative() in self.chosen:
            change = ChineseChange(page, live or {}, content, self.chosen, now)
            content, draft_content = change.applied(content, draft_content)
            change.record(self.user)
        page.expire_at = self._expiry()
        updated = [each for each in self.chosen if self._updates(each, live or {}, content, kind)]
        published = self.put_live(content, draft, draft_content)
        self._update_editions(now, updated)
        if self.action:
            self._log(self.action, published)

    def _newest_draft(self) -> Revision:
        newest = self.object.latest_revision
        return self.revision if newest is None or newest.pk == self.revision.pk else newest

    def _refuse_translation_of_nothing(self, wanted: Content) -> None:
        if not self.object.live and leading_language(wanted) not in self.chosen:
            raise TooEarlyError(
                _(
                    "The text that this translation renders has not been published. "
                    "Publish it first, then the translation."
                )
            )

    def _expiry(self) -> Any:
        """When the first edition that is live afterwards expires; the draft's for a program."""
        if not self.language:
            return self.revision.content.get("expire_at")
        return first_expiry(
            edition
            for edition in self.editions.values()
            if edition.is_live or edition.language == self.language.code
        )

    def _updates(self, language: Language, live: Content, content: Content, kind: str) -> bool:
        """Whether readers find another text; also where one comes back that was withdrawn."""
        if self.editions[language.code].is_withdrawn:
            return has_edition(content, language)
        return is_update(type(self.object), live, content, language, kind)

    def _update_editions(self, now: Any, updated: Iterable[Language]) -> None:
        editions = Edition.objects.filter(page_id=self.object.pk)
        editions.filter(language__in=[each.code for each in updated]).update(updated_at=now)
        codes = [language.code for language in self.chosen]
        editions.filter(language__in=codes).update(
            last_published_at=now,
            has_draft=False,
            step=Edition.Step.DRAFTING,
            step_at=None,
            step_by=None,
            step_comment="",
            go_live_at=None,
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
    ``set_expired`` to those whose time is over.
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
            if not asked or list(asked) != self._allowed(asked):
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
            editions = Edition.objects.of_page(page).values()
            live = live_languages(editions)
            wanted = self._wanted(editions, live)
            chosen = tuple(each for each in live if each in wanted)
            if chosen and set(chosen) < set(live) and self.commit:
                self._withdraw(page, editions, chosen)
            else:
                super()._unpublish_object(
                    self.object, self.set_expired, self.commit, self.user, log_action=False
                )
            if self.action and chosen:
                log_edition(page, self.action, self.user, languages=chosen)
        self._unpublish_descendants()

    def _wanted(self, editions: Iterable[Edition], live: list[Language]) -> Iterable[Language]:
        if self.requested is not None:
            return self.requested
        if self.set_expired:
            now = timezone.now()
            return [
                e.get_language() for e in editions if e.expire_at and e.expire_at <= now
            ] or live
        return self._allowed(live) if self.user else live

    def _withdraw(
        self, page: AbstractPage, editions: Iterable[Edition], chosen: tuple[Language, ...]
    ) -> None:
        draft = page.latest_revision or page.save_revision(user=self.user)
        content = without(type(page), content_of(page), *chosen)
        codes = [language.code for language in chosen]
        Edition.objects.filter(page_id=page.pk, language__in=codes).update(
            expire_at=None, has_draft=True
        )
        page.expire_at = first_expiry(
            each for each in editions if each.is_live and each.language not in codes
        )
        page.edition_language = chosen[0]
        EditionAction(page, self.user, changed=False).put_live(content, draft, draft.content)
        agree_on_drafts(page)
        self.object.refresh_from_db()

    def _unpublish_descendants(self) -> None:
        if not self.include_descendants:
            return
        for page in self.object.get_descendants().live().specific().iterator():
            if self.user is None or page.permissions_for_user(self.user).can_unpublish():
                page.unpublish(user=self.user)


def first_expiry(editions: Iterable[Edition]) -> Any:
    """When the first of these editions expires, ``None`` if none does.

    Wagtail's ``publish_scheduled`` looks at the page for it.
    """
    return min((each.expire_at for each in editions if each.expire_at), default=None)
