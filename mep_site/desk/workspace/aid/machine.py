"""A machine's proposal for the text in focus: asked for by a press of a button only."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from mep_site.proposals.asking import proposal_for
from mep_site.proposals.starting import are_offered

from ..aids import Aid
from ..focus import UnitInFocus

TEMPLATE = "desk/workspace/machine.html"


def gather_machine(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """The button; nothing where no machine may be asked."""
    return {} if unit.has_chinese and are_offered(unit.page) else None


def ask_machine(unit: UnitInFocus) -> Mapping[str, Any]:
    """The proposal, or why there is none."""
    answer = proposal_for(unit.page, unit.id, unit.language, unit.user)
    proposal = answer.proposal
    raw = unit.for_editor(proposal.text, is_formatted=True) if proposal else ""
    return {"answer": answer, "raw": raw}


def say_nothing(found: Mapping[str, Any]) -> str:
    """Nothing is said of a button; of what was asked for whoever asked is told."""
    answer = found.get("answer")
    return str(answer.reason or _("Proposed by a machine")) if answer else ""


MACHINE = Aid("machine", _("Machine"), gather_machine, TEMPLATE, say_nothing)
ASKED_MACHINE = Aid("machine", _("Machine"), ask_machine, TEMPLATE, say_nothing)
