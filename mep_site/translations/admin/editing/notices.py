"""What stands above the form of a translation that was submitted or returned."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_user_display_name
from wagtail.models import AbstractPage

from ...models import Edition
from ...permissions import PermissionType, may
from ...publishing.credits import credits_of
from ..scope import edit_url
from .steps import RETURN

RETURN_FIELD = "return-comment"


class CreditsNotice(Component):
    """Who made the translation that is public, who approved it, and of which Chinese text."""

    template_name = "translations/credits_notice.html"

    def __init__(self, page: AbstractPage, edition: Edition) -> None:
        self.page, self.edition = page, edition

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        is_public = self.edition.is_live and not self.edition.get_language().is_authoritative
        language = self.edition.get_language()
        return {"credits": credits_of(self.page, language) if is_public else None}


class StepNotice(Component):
    """Who took the last step with a draft and when, and a form to return it.

    That form is one of its own: its words are no part of the page, which autosave would save.
    """

    template_name = "translations/step_notice.html"

    def __init__(self, page: AbstractPage, edition: Edition, request: HttpRequest) -> None:
        self.page, self.edition, self.request = page, edition, request

    @property
    def _saved_since(self) -> bool:
        """Whether the draft that was submitted is not the newest one any more."""
        edition = self.edition
        return bool(
            edition.step_at and edition.draft_saved_at and edition.draft_saved_at > edition.step_at
        )

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        edition, language = self.edition, self.edition.get_language()
        is_submitted = edition.step == Edition.Step.SUBMITTED
        newest = edition.latest_revision
        return {
            "csrf_token": get_token(self.request),
            "edition": edition,
            "by": _name(edition.step_by),
            "is_submitted": is_submitted,
            "is_returned": edition.step == Edition.Step.RETURNED,
            "saved_since_by": _name(newest.user if newest else None),
            "is_saved_since": self._saved_since,
            "may_return": is_submitted and may(self.request.user, PermissionType.PUBLISH, language),
            "action": edit_url(self.page, language),
            "return_name": RETURN,
            "return_field": RETURN_FIELD,
        }


def _name(user: Any) -> str:
    return get_user_display_name(user) if user else _("Somebody")
