"""What helps with the text in focus: a list of aids, in the order in which they are shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .focus import UnitInFocus


@dataclass(frozen=True)
class Aid:
    """Something that is offered or said beside the text in focus.

    ``gather`` returns the context of ``template``, or nothing if it has nothing to say. What the
    template marks with ``data-insert`` or ``data-mark`` is put into the text by a key. ``count``
    says in words how much there is, for those who hear it.
    """

    name: str
    label: Any
    gather: Callable[[UnitInFocus], Mapping[str, Any] | None]
    template: str
    count: Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True)
class ShownAid:
    """An aid with what it says about a text."""

    aid: Aid
    html: SafeString
    said: str


def shown_aids(aids: Iterable[Aid], unit: UnitInFocus, request: HttpRequest) -> Iterator[ShownAid]:
    """What these aids have to say about a text."""
    for aid in aids:
        found = aid.gather(unit)
        if found is not None:
            context = {"unit": unit, "aid": aid, **found}
            html = render_to_string(aid.template, context, request)
            yield ShownAid(aid, html, aid.count(found))
