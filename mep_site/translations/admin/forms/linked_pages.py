"""The pages to which texts link, asked for at once: Wagtail's editor asks for them one by one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import swapper

LINKED_PAGE = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"')

# What the editor knows of a link.
LinkData = dict[str, Any]
_known: ContextVar[Mapping[str, LinkData] | None] = ContextVar("known pages", default=None)


def known_link(number: str) -> LinkData | None:
    """The link to the page of this number, if it was asked for."""
    return (_known.get() or {}).get(number)


@contextmanager
def known_pages(texts: Iterable[str]) -> Iterator[None]:
    """Ask for all pages to which these texts link, and know them until the block ends."""
    numbers = {number for text in texts for number in LINKED_PAGE.findall(text)}
    token = _known.set(_links_to(numbers))
    try:
        yield
    finally:
        _known.reset(token)


def _links_to(numbers: set[str]) -> dict[str, LinkData]:
    if not numbers:
        return {}
    model = swapper.load_model("wagtailcore", "Page")
    pages = list(model.objects.filter(pk__in=numbers))
    above = {page.path[: -page.steplen] for page in pages if page.depth > 1}
    parents = dict(model.objects.filter(path__in=above).values_list("path", "pk"))
    return {
        str(page.pk): {
            "id": page.pk,
            "url": page.url,
            "parentId": parents.get(page.path[: -page.steplen]),
        }
        for page in pages
    }
