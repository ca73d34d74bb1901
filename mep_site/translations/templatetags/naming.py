"""Sentences that name a language, in templates."""

from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from ..languages import Language, naming

register = template.Library()


@register.simple_tag
def said(sentence: str, language: Language, **values: Any) -> SafeString:
    """A sentence about a language, with what it takes besides, which may be HTML."""
    escaped = {name: conditional_escape(value) for name, value in values.items()}
    return mark_safe(naming.said(sentence, language, **escaped))  # noqa: S308 - escaped above
