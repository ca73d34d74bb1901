"""Writes docs/asvs.md."""

from .table import DOCUMENT, table_of_requirements

DOCUMENT.write_text(table_of_requirements(), encoding="utf-8")
