"""The site map's nested list."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wagtail.models import AbstractPage


@dataclass
class Branch:
    """A page of the site map with the listed pages below it."""

    page: AbstractPage
    children: list["Branch"] = field(default_factory=list)


def branches(pages: Iterable[AbstractPage]) -> list[Branch]:
    """Nest pages that come in the order of the tree.

    A page whose parent is not among them, because that has no text in the language, goes below
    the nearest page above it that is.
    """
    top: list[Branch] = []
    above: list[Branch] = []
    for page in pages:
        branch = Branch(page)
        while above and not page.path.startswith(above[-1].page.path):
            above.pop()
        (above[-1].children if above else top).append(branch)
        above.append(branch)
    return top
