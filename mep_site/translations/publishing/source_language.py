"""Handing structure, facts and slug of a page from one language to another.

The source language is decided when a page is made. It changes here only, by a deliberate act.
"""

import json
from typing import Any

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Field
from wagtail.models import AbstractPage

from ..content.columns import stream_block, text_fields
from ..content.content import Content
from ..content.translated_bodies import translated_body
from ..languages import Language
from ..models import Edition, TranslatedPage
from .going_live import lock_page

ACTION = "translations.source_language"


def change_source_language(
    page: AbstractPage, language: Language, user: AbstractBaseUser | None = None
) -> None:
    """Make this the source language of the page and its aliases; the history says so.

    Its newest draft gets all blocks of the source language so far, with the words that it has;
    what is public stays as it is.
    """
    with transaction.atomic():
        stored = lock_page(page)
        before = stored.get_source_language()
        if before == language:
            return
        stored.source_language = language.code
        _followers(stored).update(source_language=language.code)
        draft = _with_structure_of(stored.get_latest_revision_as_object(), before, language)
        draft.edition_language, draft.source_language = language, language.code
        own = Edition.objects.get_or_create_for_page(stored)[language.code]
        draft.go_live_at, draft.expire_at = own.go_live_at, own.expire_at
        if not stored.live:
            # The columns of a page that is not public are its draft.
            draft.save(clean=False)
        draft.save_revision(user=user, log_action=ACTION, clean=False)


def _followers(page: AbstractPage) -> Any:
    """The page and the pages that repeat it."""
    pages = swapper.load_model("wagtailcore", "Page").objects
    found, wanted = {page.pk}, {page.pk}
    while wanted:
        wanted = set(pages.filter(alias_of__in=wanted).values_list("pk", flat=True)) - found
        found |= wanted
    return pages.filter(pk__in=found)


def _with_structure_of(
    draft: TranslatedPage, before: Language, language: Language
) -> TranslatedPage:
    content = Content.of(draft)
    for field in text_fields(type(draft)):
        if stream_block(field):
            body = _taken_over(field, content, before, language)
            column = language.column(field.name)
            setattr(draft, column, draft._meta.get_field(column).to_python(json.dumps(body)))
    return draft


def _taken_over(
    field: Field, content: Content, before: Language, language: Language
) -> list[dict[str, Any]]:
    prefix = f"{field.name}."
    words = content.texts(language).items()
    return translated_body(
        stream_block(field),
        content.body(field.name, before),
        content.body(field.name, language),
        {unit.removeprefix(prefix): word for unit, word in words if unit.startswith(prefix)},
        keeps_empty_blocks=True,
    )
