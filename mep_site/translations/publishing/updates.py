"""Whether a publication changes what an edition says, so that readers see it as updated.

A corrected comma must not look like a new text. Of the Chinese the publisher says what a change is;
a translation says something new when it takes over another Chinese text.
"""

from ..content.content import Content
from ..languages import Language
from ..models import AuthoritativeChange


def is_update(live: Content, content: Content, language: Language, kind: str) -> bool:
    """Whether readers of an edition that was public find another text in ``content``.

    ``live`` is what was public (empty if nothing was) and ``kind`` what the publisher called the
    change of the Chinese. The first text in a language is no update, for it has nothing to update.
    """
    if not (live.has(language) and content.has(language)):
        return False
    if live.shown_texts(language) == content.shown_texts(language):
        return False
    if language.is_authoritative:
        return kind != AuthoritativeChange.Kind.EDITORIAL
    return _translated_from(live, language) != _translated_from(content, language)


def _translated_from(content: Content, language: Language) -> dict[str, str]:
    """The Chinese texts that a translation was made from, by fingerprint."""
    return {unit: pin["text"] for unit, pin in content.pins(language).items()}
