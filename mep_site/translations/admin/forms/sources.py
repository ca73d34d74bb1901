"""The text that a translation renders, and the translation as visitors read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from ...content.contents import Content, content_of, has_edition, leading_language
from ...content.pins import Pin, Pins, fingerprint, pins_of
from ...content.units import Unit, units
from ...languages import Language, authoritative
from ...models import Edition, SourceText


@dataclass(frozen=True)
class Source:
    """The text that a translation renders: the Chinese, or of a page without it, the first text.

    ``published`` and ``draft`` are its units by id, ``published_at`` is when the former went live.
    ``earlier`` has published texts of the past by fingerprint. ``live`` is the page as visitors
    find it, empty if they do not.
    """

    language: Language
    published: Mapping[str, Unit]
    draft: Mapping[str, Unit]
    published_at: datetime | None
    earlier: Mapping[str, SourceText]
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
    """What visitors read of the translation: its texts by unit, and what these render."""

    texts: Mapping[str, str]
    pins: Pins


def source_of(page: Model) -> Source:
    """The source of the translation that is in scope, from the live page and the draft."""
    model = type(page)
    draft = content_of(page)
    language = leading_language(draft)
    stored = model.objects.get(pk=page.pk)
    live = content_of(stored) if stored.live else {}
    published = units_by_id(model, live, language) if has_edition(live, language) else {}
    edition = Edition.objects.of_page(page)[language.code]
    return Source(
        language,
        published,
        units_by_id(model, draft, language),
        edition.last_published_at if published else None,
        {text.fingerprint: text for text in SourceText.objects.filter(page_id=page.pk)},
        live,
    )


def public_translation(
    model: type[Model], source: Source, language: Language
) -> PublicTranslation | None:
    """What visitors read in this language; ``None`` if nothing."""
    if not has_edition(source.live, language):
        return None
    texts = {name: unit.text for name, unit in units_by_id(model, source.live, language).items()}
    return PublicTranslation(texts, pins_of(source.live, language))


def units_by_id(model: type[Model], content: Content, language: Language) -> dict[str, Unit]:
    """The units of a content in one language."""
    return {unit.id: unit for unit in units(model, content, language)}
