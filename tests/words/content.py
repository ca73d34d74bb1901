"""Tells what people have written, and what is a name in every language, from words of the admin."""

import re
import zoneinfo
from collections.abc import Iterator
from functools import cached_property

from django.apps import apps
from django.conf import settings
from django.db import models
from wagtail.fields import StreamField

LIBRARIES_WITH_CONTENT = {
    "auth.User",
    "wagtailredirects.Redirect",
    "taggit.Tag",
    "wagtailcore.Site",
}
# Names that no language translates, and what is a code, an address or a key.
NAMES = re.compile(
    r"(https?://|mailto:|tel:|/|\.)[\w./%#?=&:+~-]*|[\w.+-]+@[\w.-]+|\w+\.[a-z]{2,5}\b"
    r"|\b(Wagtail|JavaScript|API|URL|PDF|CSV|XLSX|XLS|HTML|HTTP|ID|UTC|WIPO|[A-Z]{2})\b"
    r"|\b(Ctrl|Alt|Shift|Esc|Mod)( ?\+ ?(Ctrl|Alt|Shift|\w|[.,]))*"
    r"|\b[a-z]{2}(-[a-z]+)\b|\b[0-9a-f]{8}[0-9a-f-]*\b|\d+年|\d+月|\d+日|\d+\w?\b"
)
LETTER = re.compile(r"[^\W\d_]")


class Content:
    """All texts that are stored, and the names that settings give."""

    def is_only_content(self, text: str) -> bool:
        """Whether no word of a text belongs to the admin."""
        rest = " ".join(text.split())
        return (
            not LETTER.search(rest)
            or self._is_stored(rest)
            or not LETTER.search(NAMES.sub(" ", rest))
        )

    def _is_stored(self, text: str) -> bool:
        bare = text.strip(" \"'“”«»‘’()[]:：,，。.…·•*+-–—<>|")
        if bare in self._values or bare in self._names:
            return True
        is_long = len(bare) >= (6 if re.search(r"[\u4e00-\u9fff]", bare) else 20)
        return is_long and bare in self._everything

    @cached_property
    def _values(self) -> set[str]:
        return {" ".join(value.split()) for value in _stored()}

    @cached_property
    def _everything(self) -> str:
        return "\n".join(sorted(self._values))

    @cached_property
    def _names(self) -> set[str]:
        return {*(name for _, name in settings.LANGUAGES), *zoneinfo.available_timezones()}


def _stored() -> Iterator[str]:
    """Every text that people have written into the database."""
    for model in apps.get_models():
        own = model.__module__.startswith(("mep_site", "departments", "news", "cooperation"))
        if own or model._meta.label in LIBRARIES_WITH_CONTENT:
            yield from _texts_of(model)


def _texts_of(model: type[models.Model]) -> Iterator[str]:
    fields = [
        field.attname
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | StreamField)
        and not field.choices
    ]
    for row in model._base_manager.values_list(*fields) if fields else ():
        for value in row:
            yield from _pieces(value)


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield re.sub(r"<[^>]+>", " ", value)
    elif hasattr(value, "raw_data"):
        yield from _pieces(list(value.raw_data))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _pieces(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _pieces(each)
