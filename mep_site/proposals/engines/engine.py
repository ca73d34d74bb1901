"""What an engine is asked, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from mep_site.terms.matching import TermEntry
from mep_site.translations.languages import Language


class EngineError(Exception):
    """An engine did not answer; the message is a sentence for people, without any secret."""


@dataclass(frozen=True)
class TranslationRequest:
    """Texts that are to be translated, with marks as ``markup`` leaves them.

    ``terms`` are those that occur in them, each with its approved renderings.
    """

    texts: Sequence[str]
    source: Language
    target: Language
    terms: Sequence[TermEntry] = field(default=())


class Engine(Protocol):
    """A machine that translates.

    ``name`` stays for good, because origins of texts name it. ``version`` is another one whenever
    the same text may get another translation. ``recipient`` is who receives the texts, in words
    for the administrator who decides; empty if they do not leave the server.
    """

    name: str
    label: Any
    version: str
    recipient: Any

    def refusal(self, source: Language, target: Language) -> str:
        """Why it can't be asked for this pair of languages, as a sentence; empty if it can."""

    def translate(self, request: TranslationRequest) -> list[str]:
        """A translation for each text, in their order; :class:`EngineError` if there is none."""
