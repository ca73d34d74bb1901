"""The standard renderings of institutions, titles and formulas that come with the site.

They stand in ``standard.csv``, of which each cell may hold several renderings. What is read from
there needs no database; ``import_terms --standard`` puts it into the base of terms.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mep_site.translations.languages import Language

from .matching import TermEntry, TermIndex, TermKind
from .records import standard_terms

STANDARD = Path(__file__).with_name("standard.csv")
BETWEEN_RENDERINGS = " | "


@cache
def standard_index(language: Language) -> TermIndex:
    """The standard terms, and the names of states, with their renderings into this language."""
    return TermIndex(language, [*_entries(language), *standard_terms(language)], "standard")


def _entries(language: Language) -> Iterator[TermEntry]:
    with STANDARD.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            approved = _renderings(row.get(f"approved_{language.suffix}"))
            forbidden = _renderings(row.get(f"forbidden_{language.suffix}"))
            if approved or forbidden:
                kind = TermKind(row["kind"])
                yield TermEntry(row["chinese"], kind, approved, forbidden, row["source"])


def _renderings(cell: str | None) -> tuple[str, ...]:
    return tuple(text.strip() for text in (cell or "").split(BETWEEN_RENDERINGS) if text.strip())
