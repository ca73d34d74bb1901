"""The language in which an index is asked; each database has a compiler for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Union

from ..analysis.index_terms import Phrase


@dataclass(frozen=True)
class Match:
    """Entries that hold a phrase, with ``in_title`` in the title."""

    phrase: Phrase
    in_title: bool = False


@dataclass(frozen=True)
class HasMark:
    """Entries that carry a mark, such as ``language=ru``; see :func:`mark`."""

    value: str


@dataclass(frozen=True)
class AllOf:
    """Entries that every part finds."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class AnyOf:
    """Entries that at least one part finds; without parts none."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class Without:
    """Entries that ``wanted`` finds and ``unwanted`` does not."""

    wanted: "Expression"
    unwanted: "Expression"


Expression = Union[Match, HasMark, AllOf, AnyOf, Without]  # noqa: UP007 - refers to itself by name

NOTHING = AnyOf(())


@dataclass(frozen=True)
class Wanted:
    """The newest public entries in a language that an expression finds, at most ``limit``.

    Those that were indexed last, or with ``by_date`` those with the latest date.
    """

    expression: Expression
    language: str
    limit: int
    by_date: bool = False


def mark(name: str, value: object) -> str:
    """How a fact about an entry stands in the index, so that it is found like a word.

    The sign between the two is none that a term can have.
    """
    return f"{name}={str(value).lower()}"


def name_mark(terms: Iterable[str]) -> str:
    """The mark of the entries whose title consists of just these terms."""
    return mark("named", blake2b(" ".join(terms).encode(), digest_size=8).hexdigest())


def any_of(phrases: Iterable[Phrase], in_title: bool = False) -> Expression:
    """The expression that finds any of these phrases."""
    parts = tuple(Match(phrase, in_title) for phrase in phrases)
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def all_of(parts: Iterable[Expression]) -> Expression:
    """The expression that finds what every part finds."""
    parts = tuple(parts)
    return parts[0] if len(parts) == 1 else AllOf(parts)
