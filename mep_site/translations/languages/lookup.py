"""The languages of the site, as the table in the settings lists them.

The first language is the authoritative one: its text prevails over the others.
"""

from django.utils import translation

from mep_site.settings.languages import LANGUAGES, Language

__all__ = [
    "Language",
    "active_language",
    "authoritative",
    "get_language",
    "in_order_of_slugs",
    "languages",
]


def languages() -> tuple[Language, ...]:
    """All languages, the authoritative one first."""
    return LANGUAGES


def authoritative() -> Language:
    """The language whose text prevails."""
    return LANGUAGES[0]


def in_order_of_slugs() -> list[Language]:
    """All languages, those first whose words can stand in an address as they are.

    An English word reads better there than pinyin or a transliteration does.
    """
    return sorted(LANGUAGES, key=lambda language: language.script != "Latn")


def get_language(code: str) -> Language:
    """The language with this code; ``LookupError`` if the site does not have it."""
    for language in LANGUAGES:
        if language.code == code:
            return language
    raise LookupError(f"The site has no language {code!r}.")


def active_language() -> Language:
    """The language that Django has activated for this thread, else the authoritative one."""
    try:
        return get_language(translation.get_language() or "")
    except LookupError:
        return authoritative()
