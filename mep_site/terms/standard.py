"""The standard renderings of institutions, titles and formulas that come with the site.

They stand in ``standard.csv``, of which each cell may hold several renderings. What is read from
there needs no database; ``import_terms --standard`` puts it into the base of terms.
"""

from functools import cache
from pathlib import Path

from mep_site.translations.languages import Language

from .files.listed import ListedTerm
from .files.opening import open_terms
from .matching import TermIndex
from .records import standard_terms

STANDARD = Path(__file__).with_name("standard.csv")


@cache
def standard_list() -> tuple[ListedTerm, ...]:
    """The standard terms with their renderings into all languages; refuses a list with a fault."""
    terms, refused = open_terms(STANDARD.read_bytes())
    if refused:
        raise ValueError(f"{STANDARD.name}: {refused}")
    return tuple(terms)


@cache
def standard_index(language: Language) -> TermIndex:
    """The standard terms, and the names of states, with their renderings into this language."""
    if language.is_authoritative:
        return TermIndex(language)
    entries = (term.entry(language.code) for term in standard_list())
    kept = (entry for entry in entries if entry.approved or entry.forbidden)
    return TermIndex(language, [*kept, *standard_terms(language)], "standard")
