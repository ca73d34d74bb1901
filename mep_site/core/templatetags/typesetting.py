"""How texts are set: where lines and columns of a page end, and what folds away."""

from typing import NamedTuple

from django import template
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from mep_site.translations.languages.line_breaks import (
    breakable_between_words,
    without_dash_at_line_start,
)
from mep_site.translations.languages.text import localized

register = template.Library()

Blocks = list[StreamValue.StreamChild]


@register.filter
def between_words(text: str) -> SafeString:
    """A heading as a plain text, of which no line ends within a Chinese word; markup stays."""
    is_markup = isinstance(text, SafeString) and ("<" in text or "&" in text)
    return text if is_markup else breakable_between_words(str(text))


@register.simple_tag
def heading_text(instance: Model | None, field: str) -> str | SafeString:
    """As ``text`` of ``site``, for a heading: a line of it never ends within a Chinese word."""
    found = localized(instance, field) if instance else None
    if not found:
        return ""
    words = breakable_between_words(found.value)
    if not found.is_foreign:
        return words
    return format_html('<span lang="{}">{}</span>', found.language.tag, words)


@register.simple_block_tag
def typeset(content: str) -> str | SafeString:
    """Tie the dashes of a text to the words before them.

    A page with a field to write in stays as it is: it gives back what somebody has typed.
    """
    if "<textarea" in content:
        return content
    return mark_safe(without_dash_at_line_start(content))  # noqa: S308 - what the template rendered


@register.simple_block_tag
def contents(content: str) -> str:
    """The contents of a long page, from items of a list; nothing where there are none."""
    return (
        render_to_string("core/contents_list.html", {"items": content}) if content.strip() else ""
    )


class PartedBody(NamedTuple):
    """A body up to its first paragraph, and what follows."""

    lead: Blocks
    rest: Blocks


@register.filter
def parted(body: StreamValue | None) -> PartedBody:
    """The body in two, so that what belongs beside it can follow its first paragraph."""
    blocks = list(body or ())
    kinds = [block.block_type for block in blocks]
    end = kinds.index("paragraph") + 1 if "paragraph" in kinds else 0
    return PartedBody(blocks[:end], blocks[end:])
