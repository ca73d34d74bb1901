"""Programmes and mechanisms of international cooperation."""

from .programme import CooperationIndex, PageProgramme, Programme
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
    "PageProgramme",
    "Programme",
    "ProgrammeDocument",
    "ProgrammeFigure",
    "Quotation",
    "WorkingGroup",
]
