"""Pairs of sentences with numbers, and how well a check tells the right ones from the faulty.

    python -m tests.textchecks.number_pairs

prints the table of ``docs/numbers.md``: ours beside the ``numbers`` filter of translate-toolkit.
"""

import csv
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from translate.filters import checks

PAIRS = Path(__file__).parent / "number_pairs.tsv"
TRAPS = Path(__file__).parent / "number_traps.tsv"


@dataclass(frozen=True)
class NumberPair:
    """A Chinese sentence and a translation; ``fault`` says what was changed, if anything.

    ``written`` tells whether the pair was there before the check, or came after it to try it.
    """

    written: str
    language: str
    fault: str
    source: str
    target: str


@dataclass(frozen=True)
class Score:
    """How many faulty pairs a check found, and at how many right ones it raised a false alarm."""

    faults: int
    found: int
    right: int
    alarms: int

    def __str__(self):
        return (
            f"{self.found} of {self.faults} ({self.found / self.faults:.1%}) |"
            f" {self.alarms} of {self.right} ({self.alarms / self.right:.1%})"
        )


def number_pairs() -> Iterator[NumberPair]:
    """The 300 sentences."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from (NumberPair(*row) for row in rows)


def number_traps() -> Iterator[NumberPair]:
    """Short expressions that a reader of numbers stumbles over; kept right, once they were."""
    with TRAPS.open(encoding="utf-8", newline="") as file:
        for language, fault, source, target in csv.reader(
            file, delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            yield NumberPair("", language, fault, source, target)


def score(alarms: Callable[[NumberPair], bool], pairs: list[NumberPair]) -> Score:
    """What a check is worth on these pairs."""
    faulty = [pair for pair in pairs if pair.fault]
    right = [pair for pair in pairs if not pair.fault]
    return Score(len(faulty), sum(map(alarms, faulty)), len(right), sum(map(alarms, right)))


def by_value(pair: NumberPair) -> bool:
    """Whether our check says something of a pair."""
    from mep_site.textchecks.findings import TextPair
    from mep_site.textchecks.numbers import look
    from mep_site.translations.languages import get_language

    return any(look(TextPair(pair.source, pair.target, get_language(pair.language))))


def by_digits(pair: NumberPair) -> bool:
    """Whether translate-toolkit's filter does."""
    config = checks.CheckerConfig(targetlanguage=pair.language)
    try:
        return not checks.StandardChecker(config).numbers(pair.source, pair.target)
    except checks.FilterFailure:
        return True


def main() -> None:
    """Write the scores."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.test")
    django.setup()
    pairs = list(number_pairs())
    lines = [
        "| pairs | check | seeded faults found | false alarms on right pairs |",
        "| --- | --- | --- | --- |",
    ]
    for name, chosen in (
        ("written before the check", [pair for pair in pairs if pair.written == "before"]),
        ("written after it", [pair for pair in pairs if pair.written == "after"]),
        ("Chinese-English", [pair for pair in pairs if pair.language == "en"]),
        ("Chinese-Russian", [pair for pair in pairs if pair.language == "ru"]),
        ("all", pairs),
    ):
        for check, alarms in (("by value", by_value), ("translate-toolkit", by_digits)):
            lines.append(f"| {name} | {check} | {score(alarms, chosen)} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
