"""What a term is: a Chinese expression, and what may and must not stand for it."""

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

    def joined_with(self, other: "TermEntry") -> "TermEntry":
        """The entry with the renderings of another one of the same Chinese, where they agree.

        What this one forbids the other cannot approve, nor the reverse.
        """
        return TermEntry(
            self.chinese,
            self.kind,
            _union(self.approved, other.approved, self.forbidden),
            _union(self.forbidden, other.forbidden, self.approved),
            self.source or other.source,
            self.note or other.note,
        )


def _union(
    own: tuple[str, ...], others: tuple[str, ...], excluded: tuple[str, ...]
) -> tuple[str, ...]:
    known = {text.casefold() for text in (*own, *excluded)}
    return (*own, *(text for text in others if text.casefold() not in known))
