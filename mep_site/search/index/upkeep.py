"""Follows every change of what is searched.

Pages are indexed when their editions have been brought in line, in the transaction of the change
itself. Wagtail follows the other models.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.search.index import get_indexed_models
from wagtail.signals import post_page_move

from mep_site.translations.models import TranslatedPage
from mep_site.translations.signals import editions_kept

from ..models import Term
from . import moving
from .vocabulary import learn
from .writing import remove, write


def connect_receivers() -> None:
    """Called once, when all models are known."""
    editions_kept.connect(follow_page, dispatch_uid="search_follow_page")
    post_page_move.connect(follow_move, dispatch_uid="search_follow_move")
    post_save.connect(follow_term, sender=Term, dispatch_uid="search_follow_term")
    for model in get_indexed_models():
        if issubclass(model, TranslatedPage):
            post_delete.connect(forget, sender=model, dispatch_uid=f"search_forget_{model}")


def follow_page(page: TranslatedPage, **kwargs: Any) -> None:
    """After a page and its editions were saved."""
    write([page])


def follow_term(instance: Term, **kwargs: Any) -> None:
    """After a term was saved: its forms are words that somebody may misspell."""
    learn(instance.forms())


def follow_move(
    instance: TranslatedPage, parent_page_before: TranslatedPage, **kwargs: Any
) -> None:
    """After a page was moved: it and the pages below it have other pages above them."""
    moving.follow(instance, parent_page_before)


def forget(instance: Model, **kwargs: Any) -> None:
    """After a page was deleted."""
    remove(instance)
