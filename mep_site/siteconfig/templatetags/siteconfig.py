"""The settings of the site in templates."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from .. import parts
from ..frame import Link, settings_for

register = template.Library()


@register.simple_tag(takes_context=True)
def site_configuration(context: Context) -> Any:
    """The columns of the settings of the site that answers this request."""
    request = context.get("request")
    return settings_for(request).texts if request else None


@register.simple_tag(takes_context=True)
def hot_keywords(context: Context) -> tuple[Link, ...]:
    """The hot keywords of these days that have words in the active language."""
    request = context.get("request")
    return settings_for(request).hot_keywords if request else ()


@register.simple_tag(takes_context=True)
def frame_part(context: Context, name: str, way: str = "", is_there: bool = False) -> SafeString:
    """A part of the frame, from memory; see :func:`mep_site.siteconfig.parts.rendered_part`."""
    return parts.rendered_part(context["request"], name, way, is_there)
