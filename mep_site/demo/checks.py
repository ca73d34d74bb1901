"""A system check: the demo content shows every page type."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Warning  # noqa: A004 - Django's name
from wagtail.models import get_page_models

from mep_site.translations.languages import languages

from .content import HOME
from .outline import Outline


def check_outlines(**kwargs: Any) -> list[CheckMessage]:
    """Page types without a public page in every language: most tests would never see them."""
    shown = {each.model for each in _below(HOME) if _is_public_in_every_language(each)}
    return [
        Warning(
            "The demo content shows no page of it in every language.",
            hint="Describe one in mep_site/demo/content, among the `children` of its parent.",
            obj=model,
            id="demo.W001",
        )
        for model in get_page_models()
        if model.is_creatable and model not in shown
    ]


def _below(top: Outline) -> Iterator[Outline]:
    yield top
    for child in top.children:
        yield from _below(child)


def _is_public_in_every_language(page: Outline) -> bool:
    has_titles = all(page.title.in_language(language) for language in languages())
    return has_titles and not (page.is_draft or page.is_private)
