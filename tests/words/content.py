"""Tells what people have written, and what is a name in every language, from words of the admin."""

import re
import zoneinfo
from collections.abc import Iterator
from functools import cached_property

from django.apps import apps
from django.conf import settings
from django.db import models
from wagtail.fields import StreamField

from mep_site.settings.languages import LANGUAGES

# Names of groups, collections and workflows are stored once, in the language of the site.
LIBRARIES_WITH_CONTENT = {
    *("auth.User", "auth.Group", "taggit.Tag", "wagtailredirects.Redirect"),
    *("wagtailcore.Site", "wagtailcore.Collection", "wagtailcore.Workflow", "wagtailcore.Task"),
    # What was done is told in the words of then.
    *("wagtailcore.PageLogEntry", "wagtailcore.ModelLogEntry"),
}
# What is the same in every language: addresses, file names, codes, acronyms, keys, formats.
NAMES = re.compile(
    r"(https?://|mailto:|tel:|/)[\w./%#?=&:+~-]*|[\w.+-]+@[\w.-]+|[\w-]+\.[a-z]{2,5}\b"
    r"|(Ctrl|Alt|Shift|Esc|Mod)( ?\+ ?(Ctrl|Alt|Shift|\w|[.,]))*"
    r"|(?<![A-Za-z])(Wagtail|JavaScript|Word|Poedit|gettext|OpenAI|DeepL|Argos Translate"
    r"|([A-Z][a-z]+){2,}|[A-Z]{2,5}(-[A-Z]{2})*|[a-z]+(-[a-z]+)+)(?![A-Za-z])"
    r"|\b[0-9a-f]{8}[0-9a-f-]*\b|\d+年|\d+月|\d+日|\d+ г\.|\d+x\d+|\d+\w?\b"
)
TEXTS = models.CharField | models.TextField | models.JSONField | StreamField
LETTER = re.compile(r"[^\W\d_]")
HAN = re.compile(r"[\u4e00-\u9fff]")
# Where a text is put together of several, as "page: name · language - admin", or "22:04 name".
JOINTS = [re.compile(joint) for joint in (r" \| ", r" [-–] ", r"[:：|·→]|\d\d:\d\d", r"[,，、]")]
PUNCTUATION = " \"'“”«»‘’()（）[]:：,，。.…·•*+-–—<>|?!？！"


class Content:
    """All texts that are stored, and the names that settings give."""

    def __init__(self) -> None:
        self._values = {" ".join(value.split()).strip(PUNCTUATION) for value in _stored()}
        self._everything = "\n".join(sorted(self._values))

    def is_only_content(self, text: str) -> bool:
        """Whether no word of a text belongs to the admin."""
        return self._is_made_of_content(" ".join(text.split()), JOINTS)

    def _is_made_of_content(self, text: str, joints: list[re.Pattern]) -> bool:
        if self._is_known(text):
            return True
        parts = joints[0].split(text) if joints else []
        return bool(parts) and all(self._is_made_of_content(each, joints[1:]) for each in parts)

    def _is_known(self, text: str) -> bool:
        bare = text.strip(PUNCTUATION)
        if not LETTER.search(bare) or bare in self._values or bare in self._names:
            return True
        is_long = len(bare) >= (6 if HAN.search(bare) else 20)
        return (is_long and bare in self._everything) or not LETTER.search(NAMES.sub(" ", bare))

    @cached_property
    def _names(self) -> set[str]:
        return {
            *(name for _, name in settings.LANGUAGES),
            *(language.short_name for language in LANGUAGES),
            *(model._meta.label_lower for model in apps.get_models()),
            *zoneinfo.available_timezones(),
            *settings.WAGTAILDOCS_EXTENSIONS,
        }


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
        if isinstance(field, TEXTS) and not field.choices
    ]
    for row in model._base_manager.values_list(*fields) if fields else ():
        for value in row:
            yield from _pieces(value)


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield re.sub(r"<[^>]+>", " ", value)
        yield from re.split(r"<[^>]+>", value)
    elif hasattr(value, "raw_data"):
        yield from _pieces(list(value.raw_data))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _pieces(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _pieces(each)
