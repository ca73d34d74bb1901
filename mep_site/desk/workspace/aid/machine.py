"""A machine's proposal for the text in focus: asked for by a button, never by itself."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from mep_site.proposals.starting import are_offered

from ..aids import Aid
from ..focus import UnitInFocus


def gather_machine(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """What the button asks for; nothing where no machine may be asked, or there is no Chinese."""
    if not unit.source_text or not are_offered(unit.page):
        return None
    return {"page": unit.page, "language": unit.language, "unit_id": unit.id}


def count_machine(found: Mapping[str, Any]) -> str:
    """Nothing is offered before it is asked for."""
    return ""


MACHINE = Aid(
    "machine",
    _("Machine proposal"),
    gather_machine,
    "proposals/ask.html",
    count_machine,
)
