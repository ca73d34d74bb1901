"""The admin's own API: publishing, unpublishing and reverting in the scope of a language."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.actions.revert_to_page_revision import RevertToPageRevisionAPIAction
from wagtail.admin.api.actions.unpublish import UnpublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import AbstractPage, Revision

from ..composition import reverted
from ..contents import content_of, saved_in
from ..going_live import lock_page
from ..languages import Language, languages
from ..permissions import Right, may
from ..publishing import PublishEditionAction
from ..unpublishing import UnpublishEditionsAction
from .scope import enter


class PublishAction(PublishPageAPIAction):
    """Publishes the language of the newest draft."""

    def _action_from_data(self, instance: AbstractPage, data: Any) -> PublishEditionAction:
        user = self.request.user
        revision = instance.get_latest_revision() or instance.save_revision(user=user)
        return PublishEditionAction(revision, user=user)


class UnpublishAction(UnpublishPageAPIAction):
    """Unpublishes the languages that the user may."""

    def _action_from_data(self, instance: AbstractPage, data: Any) -> UnpublishEditionsAction:
        return UnpublishEditionsAction(
            instance, user=self.request.user, include_descendants=data["recursive"]
        )


class RevertEditionAction(RevertToPageRevisionAction):
    """Brings back one language as an earlier revision has it, and leaves the others alone."""

    def execute(self, skip_permission_checks: bool = False) -> Revision:
        """Save the newest draft with that language; returns the new revision."""
        self.check(skip_permission_checks)
        chosen = self._languages()
        if self.user and not all(may(self.user, Right.EDIT, language) for language in chosen):
            raise PermissionDenied
        page = lock_page(self.instance)
        content = content_of(page.get_latest_revision_as_object())
        for language in chosen:
            content = reverted(type(page), content, self.revision.content, language)
        result = page.with_content_json(content)
        if len(chosen) == 1:
            enter(result, chosen[0])
        return result.save_revision(
            user=self.user, log_action=True, previous_revision=self.revision, clean=False
        )

    def _languages(self) -> tuple[Language, ...]:
        """The language of the revision; all of them if a program saved it."""
        language = saved_in(self.revision.content)
        return (language,) if language else languages()


class RevertAction(RevertToPageRevisionAPIAction):
    """Reverts the language of a revision."""

    def _action_from_data(self, instance: AbstractPage, data: Any) -> RevertEditionAction:
        action = super()._action_from_data(instance, data)
        return RevertEditionAction(instance, action.revision, user=self.request.user)


class EditionsAPIViewSet(PagesAdminAPIViewSet):
    """Wagtail's endpoint with actions that know languages."""

    actions = PagesAdminAPIViewSet.actions | {
        "publish": PublishAction,
        "unpublish": UnpublishAction,
        "revert_to_page_revision": RevertAction,
    }
