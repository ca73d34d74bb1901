"""The buttons below the edit form, in the scope of a language."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, UnpublishMenuItem

from ...languages import authoritative
from ...models import Edition
from ...permissions import PermissionType, may
from ..scope import requested_language, with_language
from .notices import RETURN_FIELD
from .steps import SUBMIT


class StepMenuItem(ActionMenuItem):
    """A step on the way of a translation's draft, for those with the permission to take it."""

    permission_type: PermissionType
    needs_step: str | None = None

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Whether an unlocked translation is in scope, whose step the user may take now."""
        page, user = context.get("page"), context["request"].user
        language = page.edition_language if page else None
        if language in {None, authoritative()} or context["view"] != "edit":
            return False
        if context["locked_for_user"] or not may(user, self.permission_type, language):
            return False
        step = Edition.objects.get_or_create_for_page(page)[language.code].step
        return self.needs_step is None or step == self.needs_step


class SubmitTranslationMenuItem(StepMenuItem):
    """Hands the draft to the publishers."""

    label = _("Submit for publication")
    name = SUBMIT
    icon_name = "resubmit"
    permission_type = PermissionType.SUBMIT


class ReturnTranslationMenuItem(StepMenuItem):
    """Leads to where a submitted draft is handed back to the translator, with a few words."""

    label = pgettext_lazy("leads to a field", "Return to the translator…")
    icon_name = "undo"
    permission_type = PermissionType.PUBLISH
    needs_step = Edition.Step.SUBMITTED

    def get_url(self, context: dict[str, Any]) -> str:
        """The field for the words."""
        return f"#{RETURN_FIELD}"


class EditionUnpublishMenuItem(UnpublishMenuItem):
    """Unpublishes the language in scope, where it is public."""

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Whether the edition is live and the user may unpublish it."""
        page = context.get("page")
        if not (super().is_shown(context) and page.edition_language):
            return False
        return Edition.objects.get_or_create_for_page(page)[page.edition_language.code].is_live

    def get_url(self, context: dict[str, Any]) -> str:
        page = context["page"]
        url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
        return with_language(url, page.edition_language)


def scope_menu(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put the items of one language in place of Wagtail's."""
    if context["view"] == "create" and not may(
        request.user, PermissionType.PUBLISH, requested_language(request)
    ):
        items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]
    scoped = [
        EditionUnpublishMenuItem(order=item.order) if type(item) is UnpublishMenuItem else item
        for item in items
    ]
    items[:] = [
        item
        for item in scoped
        if not isinstance(item, EditionUnpublishMenuItem) or item.is_shown(context)
    ]
