"""Whether a text is one that the translation memory offers for its Chinese."""

from collections.abc import Mapping

import swapper

from mep_site.memory.models import MemoryPair
from mep_site.memory.remembering.taking import text_as_read
from mep_site.translations.content.content import Content
from mep_site.translations.content.origins import Origin, OriginKind, Origins
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import Language, authoritative

from .recognising import likeness


def origins_of_remembered(
    page_id: int | None, content: Content, language: Language, texts: Mapping[str, str]
) -> Origins:
    """The origins of those texts that stand in the memory beside the same Chinese.

    Of a text that stood there before nobody knows that it was taken from there.
    """
    keys = {
        unit.id: fingerprint(text_as_read(unit))
        for unit in content.units(authoritative())
        if unit.id in texts
    }
    pairs = MemoryPair.objects.offered().in_language(language).filter(key__in=set(keys.values()))
    known = {
        (pair.key, likeness(pair.stored_target)): str(pair.pk)
        for pair in pairs.exclude(sheet__edition__page=page_id)
    }
    found = {
        unit: Origin(OriginKind.MEMORY, fingerprint(texts[unit]), pair=known[place])
        for unit, key in keys.items()
        if (place := (key, likeness(texts[unit]))) in known
    }
    stood = _texts_before(page_id, language) if found else {}
    return {
        unit: origin
        for unit, origin in found.items()
        if fingerprint(stood.get(unit, "")) != origin.text
    }


def _texts_before(page_id: int | None, language: Language) -> Mapping[str, str]:
    """What the newest draft that is stored says."""
    page = swapper.load_model("wagtailcore", "Page").objects.filter(pk=page_id).first()
    revision = page.get_latest_revision() if page else None
    return Content.stored_in(revision, page.specific_class).texts(language) if revision else {}
