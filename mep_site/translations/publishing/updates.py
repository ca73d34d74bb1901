"""Whether a publication changes what an edition says, so that readers see it as updated.

A corrected comma must not look like a new text. Of the Chinese the publisher says what a change is;
a translation says something new when it takes over another Chinese text.
"""

from django.db.models import Model

from ..content.contents import Content, has_edition
from ..content.pins import pins_of
from ..freshness.comparison import shown_texts
from ..languages import Language
from ..models import SourceChange


def is_update(
    model: type[Model],
    live: Content,
    content: Content,
    language: Language,
    kind: str,
) -> bool:
    """Whether readers of an edition that was public find another text in ``content``.

    ``live`` is what was public (empty if nothing was) and ``kind`` what the publisher called the
    change of the Chinese. The first text in a language is no update, for it has nothing to update.
    """
    if not (has_edition(live, language) and has_edition(content, language)):
        return False
    if shown_texts(model, live, language) == shown_texts(model, content, language):
        return False
    if language.is_authoritative:
        return kind != SourceChange.Kind.EDITORIAL
    return _rendered(live, language) != _rendered(content, language)


def _rendered(content: Content, language: Language) -> dict[str, str]:
    """The Chinese texts that a translation renders, by fingerprint."""
    return {unit: pin["text"] for unit, pin in pins_of(content, language).items()}
