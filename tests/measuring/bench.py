"""Measures what an answer costs and writes docs/performance.md: python -m tests.measuring.bench.

It compares within one run: the machine's speed, and what else it does, cancel out.
"""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .document import table, write
from .server import ROOT, demo_content
from .serving.figures import Figure, Sample, ratios, verdict
from .serving.machine import database, environment

if TYPE_CHECKING:
    from .serving.cases import Case

DOCUMENT = ROOT / "docs" / "performance.md"
# Many short ones: what else the machine does then meets all cases alike. But not too short: the
# site reads its version twice a second, and after each pause.
ROUNDS = 25
SECONDS = 0.4
LIMIT = 240.0
HEADS = ("asked", "ms", "C", "aim", "answers a second", "of the floor's", "aim")


def main() -> None:
    """Measure, print and write."""
    with demo_content():
        from .serving.cases import cases
        from .serving.rounds import measured

        everything = cases()
        samples = measured(everything, ROUNDS, SECONDS, LIMIT)
    figures = table(HEADS, rows(everything, samples))
    sys.stdout.write(f"{environment()}\n\n{figures}\n")
    write(DOCUMENT, f"bench on {database()}", environment(), figures)


def rows(cases: Sequence["Case"], samples: Mapping[str, Sequence[Sample]]) -> list[list[str]]:
    """A line for each case; the first is the floor."""
    floor = samples[cases[0].name]
    return [_row(case, samples[case.name], floor) for case in cases]


def _row(case: "Case", samples: Sequence[Sample], floor: Sequence[Sample]) -> list[str]:
    cost = ratios([each.cost for each in samples], [each.cost for each in floor])
    rate = ratios([each.rate for each in samples], [each.rate for each in floor])
    milliseconds = 1000 * Figure.of([each.cost for each in samples]).median
    answers = Figure.of([each.rate for each in samples]).median
    return [
        case.name,
        f"{milliseconds:.2f}",
        f"{cost:.2f}",
        verdict(cost.median, most=case.most),
        f"{answers:,.0f}",
        f"{rate:.2f}",
        verdict(rate.median, least=case.least),
    ]


if __name__ == "__main__":
    main()
