"""Addresses of the search page that differ from the current one in a filter."""

from django import template
from django.template.context import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def narrowed(context: Context, name: str, value: str = "") -> str:
    """The current search with a filter set to a value, or removed; from its first page on."""
    parameters = context["request"].GET.copy()
    parameters.pop("page", None)
    parameters.pop(name, None)
    if value:
        parameters[name] = value
    return f"?{parameters.urlencode()}"
