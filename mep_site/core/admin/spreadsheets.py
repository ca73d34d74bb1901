"""Exports of the admin: no cell may begin a formula, whoever wrote what stands in it.

A spreadsheet program runs a cell of a CSV file that begins like a formula. Visitors and colleagues
write titles, queries and reports, so each of Wagtail's exports is a way to the machine of whoever
opens it. Source: OWASP, "CSV Injection". Wagtail marks the cells of its XLSX files as text itself.
"""

from typing import Any

from mep_site.internals import change_cells_of_exports

BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(cell: Any) -> Any:
    """The cell with an apostrophe before what a spreadsheet would take for a formula."""
    is_formula = isinstance(cell, str) and cell.startswith(BEGIN_A_FORMULA)
    return f"'{cell}" if is_formula else cell


def protect_exports() -> None:
    """Let all views that export, Wagtail's own too, write cells of a CSV file as text."""
    change_cells_of_exports(lambda cell, is_csv: as_text(cell) if is_csv else cell)
