"""Finds terms in running Chinese, and their renderings in running translations."""

from dataclasses import dataclass, field
from enum import StrEnum


class TermKind(StrEnum):
    """What a term names."""

    NAME = "name"
    TITLE = "title"
    BODY = "body"
    ABBREVIATION = "abbreviation"
    FORMULA = "formula"
    COUNTRY = "country"


@dataclass(frozen=True)
class TermEntry:
    """A Chinese term with its renderings in one language.

    Any of ``approved`` is right, the first is the usual one; none of ``forbidden`` may stand for
    it. ``source`` is the authority that says so.
    """

    chinese: str
    kind: TermKind
    approved: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    source: str = ""
    note: str = field(default="", compare=False)
