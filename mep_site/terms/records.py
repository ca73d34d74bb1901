"""Terms that need not be kept, because records of the site say them: states, persons, bodies.

The apps that have such records register them in the ``ready`` of their configuration.
"""

from collections.abc import Callable, Iterable, Iterator

from mep_site.translations.languages import Language

from .matching import TermEntry

# The terms of some records, with their renderings into a language.
RecordedTerms = Callable[[Language], Iterable[TermEntry]]

_stored: list[RecordedTerms] = []
_standard: list[RecordedTerms] = []


def register_records(stored: RecordedTerms, standard: RecordedTerms | None = None) -> None:
    """Let records be terms: ``stored`` reads them from the database.

    They must be public ones, because they are read anew when the version of what is public changes.
    ``standard`` says without a database what a new site has of them.
    """
    if stored not in _stored:
        _stored.append(stored)
    if standard and standard not in _standard:
        _standard.append(standard)


def stored_terms(language: Language) -> Iterator[TermEntry]:
    """The terms of all records of the site."""
    for source in _stored:
        yield from source(language)


def standard_terms(language: Language) -> Iterator[TermEntry]:
    """What a new site has of them."""
    for source in _standard:
        yield from source(language)
