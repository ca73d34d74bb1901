"""Handing structure, facts and slug of a page from one language to another.

Who leads a page is decided when it is made. It changes here only, by somebody's deliberate act.
"""

import json
from typing import Any

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Field
from wagtail.models import AbstractPage

from ..content.contents import Content, body_in, content_of, stream_block, text_fields
from ..content.rendering import rendered_in
from ..content.units import texts
from ..languages import Language
from ..models import Edition, TranslatedPage
from .going_live import lock_page

ACTION = "translations.lead"


def let_lead(page: AbstractPage, language: Language, user: AbstractBaseUser | None = None) -> None:
    """Let this language lead the page and its aliases from now on; the history says so.

    Its newest draft gets all blocks of the language that led so far, with the words that it has;
    what is public stays as it is.
    """
    with transaction.atomic():
        stored = lock_page(page)
        before = stored.get_leading_language()
        if before == language:
            return
        stored.leading_language = language.code
        _followers(stored).update(leading_language=language.code)
        draft = _with_structure_of(stored.get_latest_revision_as_object(), before, language)
        draft.edition_language, draft.leading_language = language, language.code
        own = Edition.objects.of_page(stored)[language.code]
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
    content = content_of(draft)
    words = texts(type(draft), content, language)
    for field in text_fields(type(draft)):
        if stream_block(field):
            body = _taken_over(field, content, before, language, words)
            column = language.column(field.name)
            setattr(draft, column, draft._meta.get_field(column).to_python(json.dumps(body)))
    return draft


def _taken_over(
    field: Field, content: Content, before: Language, language: Language, words: dict[str, str]
) -> list[dict[str, Any]]:
    prefix = f"{field.name}."
    return rendered_in(
        stream_block(field),
        body_in(content, before.column(field.name)),
        body_in(content, language.column(field.name)),
        {unit.removeprefix(prefix): w for unit, w in words.items() if unit.startswith(prefix)},
        keeps_silent=True,
    )
