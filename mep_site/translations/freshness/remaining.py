"""How much of a translation is left to do, by the states that its form shows for each text.

What counts is the published Chinese beside the newest text of the translation: its draft if there
is one, else what visitors read. To do is each Chinese text that is not translated, was changed
since, is in work, or of which it is not recorded what its translation was made from; and each
translation whose Chinese is gone. What only search engines read does not count.
"""

from html import unescape
from typing import NamedTuple

from django.utils.html import strip_tags

from ..content.content import Content
from ..languages import Language, authoritative
from .comparison import compare_texts


class Remaining(NamedTuple):
    """A number of texts, and of Chinese characters in those that there are to translate."""

    units: int = 0
    characters: int = 0


def remaining(published: Content, newest: Content, language: Language) -> Remaining:
    """What is left to do for a translation; nothing where no Chinese text rules the page."""
    chinese = authoritative()
    rules = published.source_language == chinese and published.has(chinese)
    if language == chinese or not rules:
        return Remaining()
    texts = published.shown_texts(chinese)
    found = compare_texts(
        texts, newest.shown_texts(language), newest.pins(language), newest.work(language)
    )
    open_texts = [texts[unit] for unit in (*found.changed, *found.missing, *found.unpinned)]
    return Remaining(
        len(open_texts) + len(found.removed), sum(map(number_of_characters, open_texts))
    )


def number_of_characters(text: str) -> int:
    """The length of a text as word processors count it without spaces; markup is none of it."""
    return len("".join(unescape(strip_tags(text)).split()))
