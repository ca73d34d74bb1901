"""Names and terms: as approved, and never by a rendering that is forbidden."""

from collections.abc import Iterator

from ..findings import Found, TextPair


def has_other_terms(pair: TextPair) -> Iterator[Found]:
    """A term of the Chinese of which no approved rendering was found."""
    yield from ()


def has_forbidden_terms(pair: TextPair) -> Iterator[Found]:
    """A rendering that must not be used for a term of the Chinese."""
    yield from ()
