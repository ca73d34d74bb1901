"""Programmes and mechanisms of international cooperation."""

from .programme import CooperationIndex, Programme
from .rows import (
    Member,
    Milestone,
    ProgrammeDocument,
    ProgrammeFigure,
    Quotation,
    WorkingGroup,
)

__all__ = [
    "CooperationIndex",
    "Member",
    "Milestone",
    "Programme",
    "ProgrammeDocument",
    "ProgrammeFigure",
    "Quotation",
    "WorkingGroup",
]
