"""Tags by which an office is reached: numbers to dial, hours, the way to a map."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from mep_site.translations.languages import active_language

from ..facts.reaching import map_address
from ..facts.telephones import dialled_pieces, numbers_for

register = template.Library()


@register.filter
def telephone(value: str) -> SafeString:
    """A text in which every telephone number is dialled at a touch."""
    pieces = dialled_pieces(value, active_language())
    return format_html_join("", "{}", ((_dialled(*piece),) for piece in pieces))


def _dialled(text: str, href: str) -> str | SafeString:
    return format_html('<a href="{}">{}</a>', href, text) if href else text


@register.filter
def number_here(value: str) -> str:
    """A text with its numbers as readers of the active language need them, such as one of a fax."""
    return numbers_for(value, active_language())


@register.simple_tag
def hours_of(point: Any) -> str:
    """When an office can be reached, in the active language; empty if that is not known."""
    hours = point.office_hours
    return hours.text(active_language()) if hours else ""


@register.simple_tag
def map_link(point: Any, service: str = "") -> str:
    """Where an office is shown on a map; see :func:`mep_site.core.facts.reaching.map_address`."""
    return map_address(point.latitude, point.longitude, service)
