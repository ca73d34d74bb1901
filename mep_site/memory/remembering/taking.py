"""Which pairs an edition holds: only texts of which it is known what Chinese they render."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.content.units import Unit
from mep_site.translations.languages import Language, authoritative
from mep_site.translations.languages.text import has_text

from ..segments import portable, without_markup


@dataclass(frozen=True)
class TakenPair:
    """A translation, and the fingerprint of the Chinese that it renders.

    ``source`` is that Chinese, ``None`` where the page says another one by now.
    """

    unit: str
    fingerprint: str
    source: str | None
    target: str
    is_formatted: bool
    before: str
    after: str


def text_as_read(unit: Unit) -> str:
    """The text of a unit as it is read."""
    return without_markup(unit.text, unit.is_rich)


def neighbours_in(content: Content) -> dict[str, tuple[str, str]]:
    """The Chinese texts before and after each unit, as they are read; empty at the ends."""
    chinese = [unit for unit in content.units(authoritative()) if has_text(unit.text)]
    texts = ["", *map(text_as_read, chinese), ""]
    return {
        unit.id: (before, after)
        for unit, before, after in zip(chinese, texts, texts[2:], strict=False)
    }


def pairs_in(content: Content, language: Language) -> list[TakenPair]:
    """The pairs of an edition of a published content, in the order of the page."""
    if not content.has(authoritative()):
        return []
    return list(_taken(content, language))


def _taken(content: Content, language: Language) -> Iterator[TakenPair]:
    chinese = {unit.id: unit for unit in content.units(authoritative()) if has_text(unit.text)}
    pins, in_work = content.pins(language), content.work(language)
    neighbours = neighbours_in(content)
    for unit in content.units(language):
        pin = pins.get(unit.id)
        # Without a date the Chinese is a draft's.
        if not pin or not pin["date"] or unit.id in in_work or not has_text(unit.text):
            continue
        source = chinese.get(unit.id)
        is_current = source is not None and fingerprint(source.text) == pin["text"]
        before, after = neighbours.get(unit.id, (None, None))
        yield TakenPair(
            unit.id,
            pin["text"],
            portable(source.text) if is_current else None,
            portable(unit.text) if unit.is_rich else unit.text,
            unit.is_rich,
            "" if before is None else fingerprint(before),
            "" if after is None else fingerprint(after),
        )


def untranslated(content: Content, language: Language) -> dict[str, str]:
    """The fingerprints of the Chinese texts that have no translation any more, by unit."""
    translated = content.texts(language)
    return {
        unit: fingerprint(text)
        for unit, text in content.texts(authoritative()).items()
        if unit not in translated
    }


def digest_of_pairs(pairs: Iterable[TakenPair], gone: Mapping[str, str]) -> str:
    """A name for all that is to be remembered of an edition."""
    return sha256(repr((list(pairs), sorted(gone.items()))).encode("utf-8")).hexdigest()
