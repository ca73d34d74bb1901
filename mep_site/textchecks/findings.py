"""What a check is asked, and what it answers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from mep_site.terms.matching import TermEntry, TermFinding, TermIndex, judge_terms
from mep_site.translations.languages import Language

from .reading import ReadText, reading_of


class FindingSeverity(StrEnum):
    """What follows from a finding: a translation with a blocking one is not published."""

    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True)
class TextPair:
    """A Chinese text and its translation into ``language``, each plain or rich (HTML).

    ``terms`` are those whose renderings are asked for; an index of them is found in at once.
    """

    source: str
    target: str
    language: Language
    terms: Sequence[TermEntry] = field(default=(), repr=False)

    @cached_property
    def chinese(self) -> ReadText:
        """The Chinese text as it is read."""
        return reading_of(self.source)

    @cached_property
    def translation(self) -> ReadText:
        """The translation as it is read."""
        return reading_of(self.target)

    @cached_property
    def judged_terms(self) -> list[TermFinding]:
        """What the translation has for each term that stands in the Chinese."""
        terms = self.terms
        index = terms if isinstance(terms, TermIndex) else TermIndex(self.language, terms)
        return judge_terms(index, self.source, self.target)


# What a function finds: the message, and the places in the Chinese text and in the translation.
Found = tuple[Any, str, str]


@dataclass(frozen=True)
class Finding:
    """What a check found: where, in the words of both texts, and why it is a fault.

    ``check`` is the name of the check. ``message`` is a sentence in the reader's language, lazily
    translated. A place is empty where a text lacks what the other one has.
    """

    check: str
    severity: FindingSeverity
    message: Any
    source_text: str = ""
    target_text: str = ""


@dataclass(frozen=True)
class TextCheck:
    """A named check: what it looks for, the source of its rule, and the function that looks.

    ``severity`` is the one that it has until an administrator decides otherwise. Where one of the
    two texts is missing, only a check that ``asks_for_both`` not is asked. What a check that
    ``says_all`` has found makes the findings of others in the translation pointless.
    """

    name: str
    label: Any
    explanation: Any
    source: Any
    severity: FindingSeverity
    look: Callable[[TextPair], Iterable[Found]]
    asks_for_both: bool = True
    says_all: bool = False
