"""Departments, leaders and subordinate institutions."""

from .department import Department, DepartmentIndex, Division, PageDepartment
from .institution import Institution, InstitutionIndex, InstitutionTask, InstitutionUnit
from .leader import Leader, LeaderIndex, LeaderPost

__all__ = [
    "Department",
    "DepartmentIndex",
    "Division",
    "Institution",
    "InstitutionIndex",
    "InstitutionTask",
    "InstitutionUnit",
    "Leader",
    "LeaderIndex",
    "LeaderPost",
    "PageDepartment",
]
