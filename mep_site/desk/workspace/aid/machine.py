"""The button by which a machine is asked to translate the text in focus; never asked by itself."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from mep_site.proposals.starting import are_offered

from ..aids import Aid
from ..focus import UnitInFocus


def gather_machine(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """What the button needs; nothing where no machine may be asked."""
    if not (unit.has_chinese and are_offered(unit.page)):
        return None
    return {"page": unit.page, "language": unit.language, "unit_id": unit.id}


def say_nothing(found: Mapping[str, Any]) -> str:
    """Nothing is said of a button."""
    return ""


MACHINE = Aid("machine", _("Machine"), gather_machine, "proposals/ask.html", say_nothing)
