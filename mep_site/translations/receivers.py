"""Keeps editions in agreement with their pages, whatever path changes a page.

Every change of a page ends in a full ``save()`` of it: publishing, unpublishing, copying, creating,
aliases, imports. Moving changes where it stands only, and deleting takes the editions along.
"""

from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from .models import Edition, TranslatedPage
from .publishing.going_live import lock_row
from .signals import editions_kept

ROOT_DEPTH = 1


def keep_editions(sender: type[Model], instance: Model, raw: bool, **kwargs: Any) -> None:
    """After a page was saved: bring its editions in line with it."""
    is_partial = kwargs.get("update_fields") is not None
    if raw or is_partial or not isinstance(instance, TranslatedPage):
        return
    if instance.depth > ROOT_DEPTH:
        _keep(_specific(instance))


def _keep(page: TranslatedPage) -> None:
    Edition.objects.refresh_from_page(page)
    editions_kept.send(sender=type(page), page=page)


def _specific(page: TranslatedPage) -> TranslatedPage:
    """The page as its own type; what ``specific`` has cached may be older than the change."""
    model = page.specific_class
    return page if isinstance(page, model) else model.objects.get(pk=page.pk)


def lock_moved_page(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Before a page is moved: lock it, because Wagtail reads it then and saves all of it.

    A program may move pages without a transaction, in which nothing can be locked.
    """
    if connection.in_atomic_block:
        lock_row(instance.pk)


def refresh_paths(instance: Model, **kwargs: Any) -> None:
    """After a page was moved: it, the pages below it and those it was put before have new paths."""
    Edition.objects.follow_paths(instance.path[: -instance.steplen])


def make_missing_editions(**kwargs: Any) -> None:
    """After a migration: give pages that were made by migrations their editions."""
    for model in apps.get_models():
        if issubclass(model, TranslatedPage):
            for page in model.objects.filter(editions=None, depth__gt=ROOT_DEPTH):
                if page.specific_class is model:
                    _keep(page)
