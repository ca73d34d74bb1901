"""Measures pages of a site with 1,000 articles, and with more: python -m tests.measuring.scale.

No page cache helps; what costs the same in a large site costs the same in C. Writes
docs/performance.md. 100,000 articles take some minutes to make, and much room for a while.
"""

import subprocess
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
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 15
SECONDS = 0.2
LIMIT = 210.0


def main(sizes: Sequence[int]) -> None:
    """Fill the same database more and more; measure, print and write."""
    found: dict[int, dict[str, Figure]] = {}
    with demo_content():
        from .serving.large import cases
        from .serving.rounds import measured

        for size in sizes:
            fill(size)
            everything = cases()
            found[size] = in_floors(
                measured(everything, ROUNDS, SECONDS, LIMIT), everything[0].name
            )
    figures = table(
        ["asked, in C", *(f"{size:,}" for size in sizes), "grows to", "aim"],
        rows(everything, found),
    )
    sys.stdout.write(f"{environment()}\n\n{figures}\n")
    write(DOCUMENT, f"scale on {database()}", environment(), figures)


def fill(size: int) -> None:
    """Publish articles until there are so many."""
    command = [sys.executable, "manage.py", "make_load_tree", str(size), "--anyway"]
    subprocess.run(command, cwd=ROOT, check=True)


def in_floors(samples: Mapping[str, Sequence[Sample]], floor: str) -> dict[str, Figure]:
    """What each case costs, beside the floor of the same run."""
    least = [each.cost for each in samples[floor]]
    return {name: ratios([each.cost for each in found], least) for name, found in samples.items()}


def rows(cases: Sequence["Case"], found: Mapping[int, Mapping[str, Figure]]) -> list[list[str]]:
    """A line for each case but the floor: its cost at each size, and how much it grows."""
    return [_row(case, [figures[case.name] for figures in found.values()]) for case in cases[1:]]


def _row(case: "Case", figures: Sequence[Figure]) -> list[str]:
    growth = figures[-1].median / figures[0].median
    costs = (f"{each:.1f}" for each in figures)
    return [case.name, *costs, f"{growth:.2f}", verdict(growth, most=case.most)]


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or SIZES)
