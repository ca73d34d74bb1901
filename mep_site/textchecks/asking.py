"""Asks the checks about a pair of texts, or about all texts of a page. Knows no database."""

from collections.abc import Iterator, Mapping, Sequence

from mep_site.terms.matching import TermEntry
from mep_site.translations.languages import Language

from .findings import Finding, FindingSeverity, TextPair
from .registry import CHECKS

Severities = Mapping[str, FindingSeverity | None]


def check_pair(pair: TextPair, severities: Severities | None = None) -> list[Finding]:
    """What all checks find in a pair of texts.

    ``severities`` are by name of the check, ``None`` for one that is off; a check that is not
    named has its own.
    """
    return list(_findings(pair, severities or {}))


def _findings(pair: TextPair, severities: Severities) -> Iterator[Finding]:
    has_both = bool(pair.chinese.line and pair.translation.line)
    for check in CHECKS:
        severity = severities.get(check.name, check.severity)
        if severity is None or (check.asks_for_both and not has_both):
            continue
        for message, source_text, target_text in check.look(pair):
            yield Finding(check.name, severity, message, source_text, target_text)


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
