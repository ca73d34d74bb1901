"""What a page of the admin asks of its scripts, as data: a page has no script in itself.

The Content-Security-Policy lets the admin run files of this site only. Where Wagtail writes a
script into a page, to start a calendar, a chooser or a list of rows, a script call stands in its
place, and ``static/js/admin/script-calls.js`` does what it says.
"""

import json
import re
from typing import Any

from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString

from mep_site.internals import write_calls_of_choosers

# What Wagtail writes: a function or a class of its scripts, and what it is given, in JSON.
STATEMENT = re.compile(r"(?:new )?(\w+)\((.*)\);?", re.DOTALL)


def script_call(name: str, *arguments: Any) -> SafeString:
    """The element by which a page calls a function of its scripts, or makes one of its classes.

    ``name`` must be known to the script; what can be said in JSON can be an argument.
    """
    return format_html(
        '<span hidden data-controller="script-call" data-script-call-name-value="{}">{}</span>',
        name,
        json_script(arguments),
    )


def call_of(statement: str) -> SafeString:
    """The same for a statement as Wagtail writes them: ``new Chooser("id_page", {…});``.

    ``ValueError`` if it is anything but one call with arguments in JSON.
    """
    found = STATEMENT.fullmatch(statement)
    if not found:
        raise ValueError(f"Not a call: {statement}")
    return script_call(found[1], *json.loads(f"[{found[2]}]"))


def keep_scripts_out_of_choosers() -> None:
    """Let every chooser be started by a script call."""
    write_calls_of_choosers(call_of)
