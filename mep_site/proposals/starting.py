"""Whether proposals can be asked for from a form, and the button for all that is empty."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import AbstractPage

from mep_site.translations.provenance import is_translated

from .models import MachineSettings

FILL = "action-fill-with-proposals"


def are_offered(page: AbstractPage) -> bool:
    """Whether a machine may be asked about the edition of a page that is in scope."""
    language = page.edition_language
    if not language or not is_translated(language, page.get_source_language()):
        return False
    return MachineSettings.of_page(page).may_ask


class FillMenuItem(ActionMenuItem):
    """Saves the draft, and leads to where proposals for all empty texts are asked for."""

    label = _("Propose the empty texts by machine…")
    name = FILL
    icon_name = "desktop"

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Whether an unlocked translation is in scope, about which a machine may be asked."""
        page = context.get("page")
        if context["view"] != "edit" or context["locked_for_user"] or not page:
            return False
        return are_offered(page)
