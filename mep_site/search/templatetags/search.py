"""Addresses of the search page that differ from the current one in a filter."""

from django import template
from django.template.context import Context
from django.utils.http import urlencode

register = template.Library()


@register.simple_tag(takes_context=True)
def narrowed(context: Context, name: str, value: str = "") -> str:
    """The current search with a filter set to a value, or removed; from its first page on."""
    given = context["request"].GET.lists()
    kept = [(key, values) for key, values in given if key not in {"page", name}]
    return f"?{urlencode([*kept, (name, [value])] if value else kept, doseq=True)}"
