"""Tags for templates of the admin that stand in the place of Wagtail's with a script in them."""

import json
from typing import Any

from django import template

from ..admin.script_calls import script_call

register = template.Library()

register.simple_tag(script_call)


@register.filter
def from_json(text: str) -> Any:
    """What a text in JSON means."""
    return json.loads(text)
