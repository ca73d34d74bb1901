"""What makes two texts the same text, and how a formatted one is read."""

from mep_site.translations.content.pins import EDITOR_KEYS
from mep_site.translations.freshness.diff import plain_text


def without_markup(text: str, is_formatted: bool) -> str:
    """The text without markup; one that is not formatted may well contain a ``<``."""
    return plain_text(text) if is_formatted else text.strip()


def portable(html: str) -> str:
    """Formatted text without the keys that the editor of another page gave its paragraphs."""
    return EDITOR_KEYS.sub("", html)
