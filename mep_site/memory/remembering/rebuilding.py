"""Remembers what is public on all pages, one page after the other.

Each page is a transaction of its own. A page that is remembered already costs two queries, so that
a run that was interrupted is simply started again.
"""

from collections.abc import Callable, Iterator

import swapper
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import AbstractPage

from mep_site.translations.languages import authoritative
from mep_site.translations.models import Edition
from mep_site.translations.publishing.going_live import lock_page

from ..models import MemorySheet
from .keeping import remember

AT_ONCE = 100


def pages_to_remember() -> QuerySet:
    """The pages with a translation that is public, or that is remembered as if it were."""
    translations = Edition.objects.exclude(language=authoritative().code)
    offered = MemorySheet.objects.filter(is_offered=True)
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(alias_of=None)
    live = pages.filter(pk__in=translations.live().values("page"))
    return live | pages.filter(pk__in=offered.values("edition__page"))


def rebuild_memory(step: Callable[[int], None]) -> int:
    """Remember everything; returns how many pairs were wrong or missing.

    ``step`` is told how many pages were visited.
    """
    changed = 0
    for pages in _chunks():
        for page in pages:
            changed += _remember(page)
        step(len(pages))
    return changed


def _remember(page: AbstractPage) -> int:
    with transaction.atomic():
        return remember(lock_page(page))


def _chunks() -> Iterator[list[AbstractPage]]:
    """The pages by their keys, a few at a time."""
    last = 0
    while pages := list(pages_to_remember().filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield pages
        last = pages[-1].pk
