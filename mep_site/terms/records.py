"""Terms that need not be kept, because records of the site say them: states, persons, bodies.

The apps that have such records register them in the ``ready`` of their configuration.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from mep_site.translations.languages import Language

from .matching import TermEntry, TermKind

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


def terms_of(kind: TermKind, records: Iterable[Sequence[str | None]]) -> Iterator[TermEntry]:
    """A term for each Chinese name of each of these records.

    The first half of what is given of a record are its names in Chinese, the second half those in
    the other language, in the same order: its own counterpart is the usual rendering of a name.
    """
    for record in records:
        half = len(record) // 2
        for number, chinese in enumerate(record[:half]):
            renderings = (record[half + number], *record[half:])
            approved = tuple(dict.fromkeys(text for text in renderings if text))
            if chinese and approved:
                yield TermEntry(chinese, kind, approved)
