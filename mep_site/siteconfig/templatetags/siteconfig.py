"""The settings of the site in templates."""

from typing import Any

from django import template
from django.template.context import Context

from ..frame import Link, settings_for

register = template.Library()


@register.simple_tag(takes_context=True)
def site_configuration(context: Context) -> Any:
    """The columns of the settings of the site that answers this request."""
    request = context.get("request")
    return settings_for(request).texts if request else None


@register.simple_tag(takes_context=True)
def footer_links(context: Context) -> tuple[Link, ...]:
    """The links of the footer, without those to pages that are not public."""
    request = context.get("request")
    return settings_for(request).footer_links if request else ()


@register.simple_tag(takes_context=True)
def hot_keywords(context: Context) -> tuple[Link, ...]:
    """The hot keywords of these days that have words in the active language."""
    request = context.get("request")
    return settings_for(request).hot_keywords if request else ()
