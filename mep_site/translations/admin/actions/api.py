"""The admin's own API: publishing, unpublishing and reverting the language that is named."""

from typing import Any

from django.core.exceptions import PermissionDenied
from rest_framework.fields import ChoiceField
from rest_framework.serializers import Serializer
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.actions.revert_to_page_revision import (
    RevertToPageRevisionAPIAction,
    RevertToPageRevisionAPIActionSerializer,
)
from wagtail.admin.api.actions.unpublish import (
    UnpublishPageAPIAction,
    UnpublishPageAPIActionSerializer,
)
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import AbstractPage, Revision

from ...languages import Language, get_language, languages
from ...permissions import PermissionType, may
from ...publishing.going_live import lock_page
from ...publishing.publish import PublishEditionAction
from ...publishing.reverting import reverted_draft
from ...publishing.unpublish import UnpublishEditionsAction


class LanguageSerializer(Serializer):
    """What every action on an edition is told."""

    language = ChoiceField([language.code for language in languages()])


class RevertSerializer(LanguageSerializer, RevertToPageRevisionAPIActionSerializer):
    """Which revision, and which of its languages."""


class UnpublishSerializer(LanguageSerializer, UnpublishPageAPIActionSerializer):
    """Which language, and whether below the page too."""


class PublishAction(PublishPageAPIAction):
    """Publishes a language of the newest draft."""

    serializer = LanguageSerializer

    def _action_from_data(self, instance: AbstractPage, data: Any) -> PublishEditionAction:
        user = self.request.user
        revision = instance.get_latest_revision() or instance.save_revision(user=user)
        return PublishEditionAction(revision, user=user, language=get_language(data["language"]))


class UnpublishAction(UnpublishPageAPIAction):
    serializer = UnpublishSerializer

    def _action_from_data(self, instance: AbstractPage, data: Any) -> UnpublishEditionsAction:
        return UnpublishEditionsAction(
            instance,
            user=self.request.user,
            include_descendants=data["recursive"],
            languages=[get_language(data["language"])],
        )


class RevertEditionAction(RevertToPageRevisionAction):
    """Brings back one language as an earlier revision has it, and leaves the others alone."""

    def __init__(self, *args: Any, language: Language, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language

    def execute(self, skip_permission_checks: bool = False) -> Revision:
        """Save the newest draft with that language; returns the new revision."""
        self.check(skip_permission_checks)
        if self.user and not may(self.user, PermissionType.EDIT, self.language):
            raise PermissionDenied
        draft = reverted_draft(lock_page(self.instance), self.revision, self.language)
        draft.enter(self.language)
        return draft.save_revision(
            user=self.user, log_action=True, previous_revision=self.revision, clean=False
        )


class RevertAction(RevertToPageRevisionAPIAction):
    """Reverts a language to a revision."""

    serializer = RevertSerializer

    def _action_from_data(self, instance: AbstractPage, data: Any) -> RevertEditionAction:
        action = super()._action_from_data(instance, data)
        return RevertEditionAction(
            instance,
            action.revision,
            user=self.request.user,
            language=get_language(data["language"]),
        )


class EditionsAPIViewSet(PagesAdminAPIViewSet):
    """Wagtail's endpoint with actions that know languages."""

    actions = PagesAdminAPIViewSet.actions | {
        "publish": PublishAction,
        "unpublish": UnpublishAction,
        "revert_to_page_revision": RevertAction,
    }
