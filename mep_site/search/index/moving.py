"""Follows a page that was moved, with the pages below it: their entries stand somewhere else.

One statement changes the marks of all of them; no page is loaded, however many there are.
"""

from functools import partial

from django.db import transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Replace
from wagtail.models import AbstractPage

from mep_site.translations.models.edition_queries import subtree

from ..models import Entry
from ..query.expressions import mark
from . import opensearch
from .tree_marks import Places, marks_below, place_marks


def follow(page: AbstractPage, parent_before: AbstractPage) -> None:
    """Let the entries of a page, and of all below it, name the pages that are above them now.

    Each of them names these one after the other from the top to the page, so that what changes is
    one passage. What comes after it would change only if a page without a section could move.
    """
    parent = page.base_page_model.objects.get(pk=parent_before.pk)
    before, (after,) = marks_below(parent, page), place_marks([page])
    if before == after:
        return
    entries = _entries_at_or_below(page)
    entries.update(marks=Replace(F("marks"), Value(_passage(before)), Value(_passage(after))))
    if opensearch.is_used():
        transaction.on_commit(partial(opensearch.store_all, entries))


def _passage(places: Places) -> str:
    """How the marks stand in an entry, where others come before and after them."""
    return " ".join(["", *(mark(name, value) for name, value in places), ""])


def _entries_at_or_below(page: AbstractPage) -> QuerySet[Entry]:
    pages = page.base_page_model.objects.filter(path__range=subtree(page.path)).order_by()
    keys = pages.annotate(key=Cast("pk", CharField())).values("key")
    types = pages.values("content_type_id")
    return Entry.objects.filter(content_type_id__in=types, object_id__in=keys)
