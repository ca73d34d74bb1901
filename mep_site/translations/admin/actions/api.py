"""The admin's own API: publishing, unpublishing and reverting the language that is named."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
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

from mep_site.internals import RunsOurAction

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


class PublishAction(RunsOurAction, PublishPageAPIAction):
    """Publishes a language of the newest draft."""

    serializer = LanguageSerializer

    def get_action(self, page: AbstractPage, data: dict[str, Any]) -> PublishEditionAction:
        """The publication of that language."""
        user = self.request.user
        revision = page.get_latest_revision() or page.save_revision(user=user)
        return PublishEditionAction(revision, user=user, language=get_language(data["language"]))


class UnpublishAction(RunsOurAction, UnpublishPageAPIAction):
    serializer = UnpublishSerializer

    def get_action(self, page: AbstractPage, data: dict[str, Any]) -> UnpublishEditionsAction:
        """The end of that language's publication."""
        return UnpublishEditionsAction(
            page,
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


class RevertAction(RunsOurAction, RevertToPageRevisionAPIAction):
    """Reverts a language to a revision."""

    serializer = RevertSerializer

    def get_action(self, page: AbstractPage, data: dict[str, Any]) -> RevertEditionAction:
        """The return of that language to the revision."""
        return RevertEditionAction(
            page,
            get_object_or_404(page.revisions, pk=data["revision_id"]),
            user=self.request.user,
            language=get_language(data["language"]),
        )


# A page holds all its translations, and what is no alias any more is asked for in a form.
NOT_OFFERED = {"convert_alias", "copy_for_translation"}


class EditionsAPIViewSet(PagesAdminAPIViewSet):
    """Wagtail's endpoint with actions that know languages."""

    actions = {
        name: action
        for name, action in PagesAdminAPIViewSet.actions.items()
        if name not in NOT_OFFERED
    } | {
        "publish": PublishAction,
        "unpublish": UnpublishAction,
        "revert_to_page_revision": RevertAction,
    }
