"""Taking languages of a page off the site, and taking back what was scheduled.

What is written is what was read under the lock, and nothing chosen or due is never everything.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction, UnpublishPagePermissionError
from wagtail.models import AbstractPage, Revision

from ..audit import log_edition
from ..content.content import Content
from ..content.envelope import saved_in
from ..content.schedules import Schedule
from ..languages import Language, languages
from ..models import Edition
from ..models.edition import live_languages, update_has_unpublished_changes
from ..permissions import PermissionType, may
from .going_live import EditionAction, first_expiry, lock_page, schedule_details, schedules_kept


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
        """Ask for the permission to publish, in the tree and in every language concerned."""
        super().check(skip_permission_checks)
        if self.user and not skip_permission_checks:
            asked = self.requested if self.requested is not None else self._allowed(languages())
            may_none = self.requested is None and not asked
            if may_none or list(asked) != self._allowed(asked):
                raise UnpublishPagePermissionError(
                    _("You have no permission to unpublish this page in these languages.")
                )

    def _allowed(self, wanted: Iterable[Language]) -> list[Language]:
        return [each for each in wanted if may(self.user, PermissionType.PUBLISH, each)]

    def execute(self, skip_permission_checks: bool = False) -> None:
        """Unpublish; what was public stays in the draft."""
        self.check(skip_permission_checks)
        with transaction.atomic():
            page = lock_page(self.object)
            editions = Edition.objects.get_or_create_for_page(page)
            live = live_languages(editions.values())
            chosen = tuple(self._chosen(live, editions))
            if chosen:
                self._unpublish(page, editions, chosen)
                self.object.refresh_from_db()
            elif self.set_expired and page.live:
                # Else the schedule would come back to it, again and again.
                type(page).objects.filter(pk=page.pk).update(expire_at=first_expiry(editions))
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
                whole = UnpublishPageAction(
                    page, self.set_expired, self.commit, self.user, log_action=False
                )
                whole.execute(skip_permission_checks=True)
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
        action = EditionAction(page, self.user, changed=False)
        content = action.stored.without(*chosen).with_columns(Schedule()._asdict())
        if page.alias_of_id:
            # It has no drafts, and gets back what its source has with the next publication there.
            page.with_content_json(content.columns).save(clean=False)
            return
        draft = page.latest_revision or page.save_revision(user=self.user)
        codes = [language.code for language in chosen]
        Edition.objects.filter(page_id=page.pk, language__in=codes).update(has_draft=True)
        page.expire_at = first_expiry(remaining)
        page.edition_language = chosen[0]
        unchanged = Content.stored_in(draft, content.model)
        action.put_live(content, draft, unchanged, ended)
        update_has_unpublished_changes(page)

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
        details = schedule_details(revision, moment, page)
        action = "wagtail.schedule.cancel"
        log_edition(page, action, user, revision, languages=chosen, details=details)
    return True
