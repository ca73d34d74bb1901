"""Measures a site with 1,000 articles, and with more: python -m tests.measuring.scale.

Public pages are asked for without the page cache; what costs the same in a large site costs the
same in C. Then those who work in the admin are at it. Writes docs/performance.md. 100,000 articles
take some minutes to make, and much room for a while.
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
    from .admin_work import Work
    from .serving.cases import Case

DOCUMENT = ROOT / "docs" / "performance.md"
SIZES = (1_000, 100_000)
ROUNDS = 15
SECONDS = 0.2
LIMIT = 210.0

# What each of them took, by the number of articles and its name.
Found = dict[int, Mapping[str, Figure]]


def main(sizes: Sequence[int]) -> None:
    """Fill the same database more and more; measure, print and write."""
    of_pages: Found = {}
    of_work: Found = {}
    with demo_content():
        from .admin_work import measured as measured_work
        from .serving.large import cases
        from .serving.rounds import measured

        for size in sizes:
            fill(size)
            floor, *pages = cases()
            samples = measured([floor, *pages], ROUNDS, SECONDS, LIMIT)
            of_pages[size] = in_floors(samples, floor.name)
            work, of_work[size] = measured_work()
    _show("scale", "asked, in C", pages, of_pages)
    _show("scale of work", "done, in ms", work, of_work)


def _show(part: str, head: str, asked: Sequence["Case | Work"], found: Found) -> None:
    heads = [head, *(f"{size:,}" for size in found), "grows to", "aim"]
    figures = table(heads, rows(asked, found))
    sys.stdout.write(f"{environment()}\n\n{figures}\n")
    write(DOCUMENT, f"{part} on {database()}", environment(), figures)


def fill(size: int) -> None:
    """Publish articles until there are so many."""
    command = [sys.executable, "manage.py", "make_load_tree", str(size), "--anyway"]
    subprocess.run(command, cwd=ROOT, check=True)


def in_floors(samples: Mapping[str, Sequence[Sample]], floor: str) -> dict[str, Figure]:
    """What each case costs, beside the floor of the same run."""
    least = [each.cost for each in samples[floor]]
    return {name: ratios([each.cost for each in found], least) for name, found in samples.items()}


def rows(asked: Sequence["Case | Work"], found: Found) -> list[list[str]]:
    """A line for each: its cost at each size, and how much it grows."""
    return [_row(each, [figures[each.name] for figures in found.values()]) for each in asked]


def _row(asked: "Case | Work", figures: Sequence[Figure]) -> list[str]:
    growth = figures[-1].median / figures[0].median
    costs = (f"{each:.1f}" for each in figures)
    return [asked.name, *costs, f"{growth:.2f}", verdict(growth, most=asked.most)]


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or SIZES)
