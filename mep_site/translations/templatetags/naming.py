"""Sentences that name a language, in templates."""

from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from ..languages import Language
from ..languages.naming import sentence_about

register = template.Library()


@register.simple_tag
def said(name: str, language: Language, **values: Any) -> SafeString:
    """A sentence about a language, with what it takes besides, which may be HTML."""
    escaped = {key: conditional_escape(value) for key, value in values.items()}
    return mark_safe(sentence_about(language, name, **escaped))  # noqa: S308 - escaped above
