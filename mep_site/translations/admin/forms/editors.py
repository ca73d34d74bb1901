"""Editors of formatted text that rest until somebody comes near: long forms open at once."""

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    # Page types are made of forms; this asks for the page types.
    from wagtail.admin.rich_text import DraftailRichTextArea
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

LINK = re.compile(r"<a\b[^>]*>")


class RestingEditor(forms.HiddenInput):
    """The field of Wagtail's editor without its options, which a script looks up by ``features``.

    The page says them once for all editors of a kind.
    """

    is_hidden = False

    def __init__(self, editor: "DraftailRichTextArea") -> None:
        super().__init__({"data-draftail-input": True, "data-editor": " ".join(editor.features)})
        self.editor = editor

    @property
    def media(self) -> forms.Media:
        return _media_of(type(self.editor), tuple(self.editor.features))

    @property
    def converter(self) -> "ContentstateConverter":
        return self.editor.converter

    def format_value(self, value: Any) -> str:
        return self.editor.format_value(value)

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Without the template of a widget, which takes longer than to convert the text."""
        given = {"type": "hidden", "name": name, "value": self.format_value(value)}
        return format_html("<input{}>", flatatt({**given, **self.build_attrs(self.attrs, attrs)}))

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        return self.editor.value_from_datadict(data, files, name)


@cache
def _media_of(editor: "type[DraftailRichTextArea]", features: tuple[str, ...]) -> forms.Media:
    """The scripts of all editors of a kind, which a long form would gather for each of them."""
    return editor(features=list(features)).media


def options_of(widgets: Iterable[forms.Widget]) -> dict[str, Any]:
    """What a script needs to wake the resting editors among these, by their features."""
    editors = {
        widget.attrs["data-editor"]: widget.editor.options
        for widget in widgets
        if isinstance(widget, RestingEditor)
    }
    return json.loads(json.dumps(editors, cls=DjangoJSONEncoder))


def resting_text(html: str) -> SafeString:
    """A formatted text as it is read where its editor will stand; its links lead nowhere."""
    return mark_safe(LINK.sub("<a>", html))  # noqa: S308 - cleaned when it was saved
