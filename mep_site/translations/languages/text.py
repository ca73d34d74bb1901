"""Reading a translated field together with the language that it is really in.

modeltranslation's fallback is off, so a bare ``page.title`` is empty where the active language has
no text. Whoever shows a text asks here, and marks what is in another language than the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.db.models import Model
from django.utils.html import strip_tags

from .lookup import Language, active_language, languages


@dataclass(frozen=True)
class LocalizedText:
    """A value of a translated field and the language that it is in."""

    value: Any
    language: Language

    @property
    def is_foreign(self) -> bool:
        """Whether the text is in another language than the one that is active."""
        return self.language != active_language()

    def __str__(self) -> str:
        return str(self.value)


def has_text(value: object) -> bool:
    """Whether a field's value holds anything to read.

    White space, empty markup such as ``<p></p>`` and streams without text count as empty, unlike in
    modeltranslation, for which every value but ``None`` and ``""`` is a translation.
    """
    if value is None:
        return False
    if isinstance(value, str):
        # Most texts have no markup, and to look for it takes longer than all the rest.
        is_plain = "<" not in value and "&" not in value
        return bool((value if is_plain else unescape(strip_tags(value))).strip())
    if isinstance(value, Iterable):
        return any(True for _ in value)
    return True


def text_in(instance: Model, field: str, language: Language) -> Any:
    """The field's value in exactly this language, ``None`` where it is empty."""
    value = getattr(instance, language.column(field))
    return value if has_text(value) else None


def localized(
    instance: Model, field: str, language: Language | None = None
) -> LocalizedText | None:
    """The field in ``language`` (default: the active one), else in the first that has a text.

    Languages are tried in the order of the site, so the Chinese text stands in for a missing
    translation. Returns ``None`` where no language has a text.
    """
    wanted = language or active_language()
    for candidate in (wanted, *languages()):
        value = text_in(instance, field, candidate)
        if value is not None:
            return LocalizedText(value, candidate)
    return None


def languages_with(instance: Model, field: str) -> list[Language]:
    """The languages in which the field has a text, in the order of the site."""
    return [language for language in languages() if text_in(instance, field, language) is not None]
