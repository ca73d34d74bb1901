"""The source text of a translation, and the translation as visitors read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from ...content.content import Content
from ...content.pins import Pin, Pins, fingerprint
from ...content.units import Unit
from ...languages import Language, authoritative
from ...models import AuthoritativeText, Edition


@dataclass(frozen=True)
class Source:
    """The source text of a translation: the Chinese, or of a page without it, the first text.

    ``published`` and ``draft`` are its units by id, ``published_at`` is when the former went live.
    ``earlier`` has published texts of the past by fingerprint. ``live`` is the page as visitors
    find it, empty if they do not.
    """

    language: Language
    published: Mapping[str, Unit]
    draft: Mapping[str, Unit]
    published_at: datetime | None
    earlier: Mapping[str, AuthoritativeText]
    live: Content

    @property
    def has_pins(self) -> bool:
        """Whether translations are pinned to it, which only the Chinese text is."""
        return self.language == authoritative()

    def has_newer_draft(self, name: str) -> bool:
        """Whether the draft says something else than what is published."""
        pair = self.published.get(name), self.draft.get(name)
        return all(pair) and len({fingerprint(unit.text) for unit in pair}) > 1

    def unit(self, name: str) -> Unit | None:
        """The unit that a translator is shown: as published, else as drafted."""
        return self.published.get(name) or self.draft.get(name)

    def pin(self, name: str, seen: str) -> Pin:
        """A pin of a unit to the text that its translator saw, by the fingerprint of that."""
        unit, earlier = self.published.get(name), self.earlier.get(seen)
        if unit and fingerprint(unit.text) == seen:
            date = self.published_at
        else:
            date = earlier.published_at if earlier else None
        return {"text": seen, "date": date.isoformat() if date else None}


@dataclass(frozen=True)
class PublicTranslation:
    """What visitors read of the translation: its texts and pins by unit."""

    texts: Mapping[str, str]
    pins: Pins


def source_of(page: Model) -> Source:
    """The source of the translation that is in scope, from the live page and the draft."""
    draft = Content.of(page)
    language = draft.source_language
    stored = draft.model.objects.get(pk=page.pk)
    live = Content.of(stored) if stored.live else Content(draft.model)
    published = units_by_id(live, language) if live.has(language) else {}
    edition = Edition.objects.get_or_create_for_page(page)[language.code]
    return Source(
        language,
        published,
        units_by_id(draft, language),
        edition.last_published_at if published else None,
        {text.fingerprint: text for text in AuthoritativeText.objects.filter(page_id=page.pk)},
        live,
    )


def public_translation(source: Source, language: Language) -> PublicTranslation | None:
    """What visitors read in this language; ``None`` if nothing."""
    if not source.live.has(language):
        return None
    texts = {name: unit.text for name, unit in units_by_id(source.live, language).items()}
    return PublicTranslation(texts, source.live.pins(language))


def units_by_id(content: Content, language: Language) -> dict[str, Unit]:
    """The units of a content in one language."""
    return {unit.id: unit for unit in content.units(language)}
