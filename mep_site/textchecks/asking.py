"""Asks the checks about a pair of texts, or about all texts of a page. Knows no database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from django.utils.translation import get_language

from mep_site.terms.matching import TermEntry, TermIndex
from mep_site.translations.languages import Language

from .findings import Finding, FindingSeverity, TextCheck, TextPair
from .registry import CHECKS

# A check with what it found: the message, and both places.
FoundBy = tuple[TextCheck, str, str, str]
Severities = Mapping[str, FindingSeverity | None]


def check_pair(pair: TextPair, severities: Severities | None = None) -> list[Finding]:
    """What all checks find in a pair of texts.

    ``severities`` are by name of the check, ``None`` for one that is off; a check that is not
    named has its own.
    """
    chosen = severities or {}
    # The terms of a page are an index, which is known by its version.
    is_index = isinstance(pair.terms, TermIndex)
    asked = pair if is_index else replace(pair, terms=tuple(pair.terms))
    found = [
        (check, Finding(check.name, severity, message, source_text, target_text))
        for check, message, source_text, target_text in _found(asked, get_language())
        if (severity := chosen.get(check.name, check.severity)) is not None
    ]
    says_all = any(check.says_all for check, _finding in found)
    return [
        finding
        for check, finding in found
        if not says_all or check.says_all or not check.asks_for_both
    ]


@lru_cache(maxsize=2048)
def _found(pair: TextPair, language_of_messages: str | None) -> tuple[FoundBy, ...]:
    """What is found; a page is looked at again and again while one of its texts is written."""
    return tuple(_look(pair))


def _look(pair: TextPair) -> Iterator[FoundBy]:
    has_both = bool(pair.chinese.line and pair.translation.line)
    for check in CHECKS:
        if has_both or not check.asks_for_both:
            for found in check.look(pair):
                yield check, str(found[0]), *found[1:]


def check_units(
    sources: Mapping[str, str],
    targets: Mapping[str, str],
    language: Language,
    terms: Sequence[TermEntry] = (),
    severities: Severities | None = None,
) -> dict[str, list[Finding]]:
    """What is found in the texts of a page, by unit, in the order of the Chinese.

    Units without a finding are left out.
    """
    found = {
        unit: check_pair(
            TextPair(sources.get(unit, ""), targets.get(unit, ""), language, terms), severities
        )
        for unit in dict.fromkeys([*sources, *targets])
    }
    return {unit: findings for unit, findings in found.items() if findings}
