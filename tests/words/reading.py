"""Reads a page of the admin as people do: what it says, where it leads, and what it sends."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

# Scripts that hold the rows which a form may get, and the settings of the sidebar.
FORM_TEMPLATES = {"text/django-form-template", "text/template"}
SETTINGS = "application/json"
# What holds pieces of texts that people have written, or the mark that a state puts on its sites.
CONTENT = {
    *("unit__difference", "comparison", "organ-mark"),
    # Sentences about words of a text, which quote them.
    *("checked-finding__message", "checked-finding__places"),
}
# What stands so in every language: code, keys, the names of standards.
QUOTED = {"code", "kbd", "cite"}
VOID = {"br", "img", "input", "hr", "wbr"}
# What is read aloud, shown as a hint, or shown by a script.
SPOKEN = {
    *(
        "title",
        "alt",
        "placeholder",
        "aria-label",
        "aria-description",
        "label",
        "aria-roledescription",
    ),
    *("data-clicked-text", "data-w-progress-active-value", "data-w-tooltip-content-value"),
    *("data-w-action-message-value", "data-w-clipboard-message", "data-empty-text"),
}
LINKS = {
    *(
        "href",
        "data-url",
        "data-href",
        "data-w-swap-src-value",
        "data-chooser-url",
        "data-action-url",
    ),
    *("data-dialog-url", "data-side-panel-url"),
}
# The texts in the definitions of blocks, panels and choosers, which a script shows.
DEFINED = {"label", "helpText", "description", "caption", "verboseName", "placeholder", "title"}
DEFINITIONS = {"data-w-block-data-value", "data-telepath"}


@dataclass
class Form:
    """A form as it would be sent if nothing was typed."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)

    def emptied(self) -> dict[str, str]:
        """What it sends after somebody has removed all that can be typed."""
        return {name: "" if name in self.typed else value for name, value in self.fields.items()}


class Reader(HTMLParser):
    """What one page says; feed it HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._script: str | None = None
        self._open_form: Form | None = None
        self._open_field = ""
        self._hidden = False
        self._content_within: list[str] = []

    @classmethod
    def of(cls, text: str) -> "Reader":
        """A page that says nothing but this."""
        reader = cls()
        reader.texts.append(text)
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._hidden = "hidden" in given and tag != "template"
        if self._content_within or tag in QUOTED or CONTENT & set(given.get("class", "").split()):
            self._content_within += [tag] if tag not in VOID else []
        if tag in {"script", "style"}:
            self._script = given.get("type", "")
        self.texts += [given[name] for name in SPOKEN & given.keys()]
        if tag != "form":
            self.links += [given[name] for name in LINKS & given.keys()]
        for name in DEFINITIONS & given.keys():
            self.texts += defined(json.loads(given[name]))
        self._read_control(tag, given)

    def _read_control(self, tag: str, given: dict[str, str]) -> None:
        if tag == "form":
            # A form without a button is sent by a script, to an address of its own.
            action = given.get("data-w-swap-src-value") or given.get("action", "")
            self._open_form = Form(action, given.get("method", "get").lower())
            self.forms.append(self._open_form)
        elif tag == "input" and given.get("type") in {"submit", "button", "reset"}:
            self.texts.append(given.get("value", ""))
        elif self._open_form and tag in {"input", "textarea", "select"} and "name" in given:
            self._read_field(tag, given)
        elif self._open_form and "w-block" in given.get("data-controller", "").split():
            self._open_form.fields[f"{given['id']}-count"] = "0"
        elif tag == "option" and self._open_field:
            fields = self._open_form.fields
            if "selected" in given or fields[self._open_field] is None:
                fields[self._open_field] = given.get("value", "")

    def _read_field(self, tag: str, given: dict[str, str]) -> None:
        kind, name = given.get("type", "text"), given["name"]
        if kind == "file" or (kind in {"checkbox", "radio"} and "checked" not in given):
            return
        self._open_form.fields[name] = None if tag == "select" else given.get("value", "")
        if "data-draftail-input" in given:
            self._open_form.fields[name] = given.get("value", "null")
        elif tag == "textarea" or kind not in {"hidden", "checkbox", "radio"}:
            self._open_form.typed.add(name)
        self._open_field = "" if tag == "input" else name

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if self._content_within and self._content_within[-1] == tag:
            self._content_within.pop()
        if tag in {"script", "style"}:
            self._script = None
        if tag == "form":
            self._open_form = None
        if tag in {"form", "select", "textarea"}:
            self._open_field = ""

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._read_script(data)
        elif self._open_field and self._open_form.fields[self._open_field] == "":
            self._open_form.fields[self._open_field] = data
        elif data.strip() and not (self._hidden or self._content_within):
            self.texts.append(data)

    def _read_script(self, data: str) -> None:
        if self._script in FORM_TEMPLATES:
            self.texts += read(data).texts
        elif self._script == SETTINGS:
            settings = json.loads(data)
            self.texts += defined(settings)
            self.links += addresses(settings)


def defined(packed: Any) -> Iterator[str]:
    """The texts in a packed definition, but not the values of fields."""
    if isinstance(packed, dict):
        for name, value in packed.items():
            if isinstance(value, str) and name in DEFINED:
                yield value
            elif name == "strings":
                yield from value.values()
            else:
                yield from defined(value)
    elif isinstance(packed, list):
        for value in packed:
            yield from defined(value)


def addresses(packed: Any) -> Iterator[str]:
    """The addresses of this site in the settings of a script."""
    if isinstance(packed, str) and packed.startswith("/"):
        yield packed
    elif isinstance(packed, dict | list):
        for value in packed.values() if isinstance(packed, dict) else packed:
            yield from addresses(value)


def read(html: str) -> Reader:
    """Read a page."""
    reader = Reader()
    # Where a line may end, between words of one text.
    reader.feed(html.replace("<wbr>", ""))
    reader.close()
    return reader
