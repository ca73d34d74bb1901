"""Whether a text is one that a machine has proposed, and somebody on this server was shown."""

import unicodedata
from collections.abc import Iterator, Mapping
from hashlib import sha256

from django.db.models import Q

from mep_site.translations.content.content import Content
from mep_site.translations.content.origins import Origin, OriginKind, Origins
from mep_site.translations.content.pins import FINGERPRINT_LENGTH, fingerprint
from mep_site.translations.freshness.diff import plain_text
from mep_site.translations.languages import Language

from .models import ServedProposal

# A text of this length is nobody's by chance; a shorter one, such as a name, may be.
LENGTH_OF_A_SENTENCE = 40


def read_words(text: str) -> str:
    """What one reads of a text: no marks, no invisible characters, one space for any white."""
    shown = unicodedata.normalize("NFKC", plain_text(text))
    visible = "".join(sign for sign in shown if unicodedata.category(sign) != "Cf")
    return " ".join(visible.split())


def likeness(text: str) -> str:
    """A short name for a text, the same for all that read the same."""
    return sha256(read_words(text).encode("utf-8")).hexdigest()[:FINGERPRINT_LENGTH]


def served_for_page(
    page_id: int | None, content: Content, language: Language, texts: Mapping[str, str]
) -> Origins:
    """The origins of those texts that were served for the page, at whatever unit."""
    return _origins(Q(page=page_id), language, texts)


def served_anywhere(
    page_id: int | None, content: Content, language: Language, texts: Mapping[str, str]
) -> Origins:
    """The origins of those texts that are as long as a sentence and were served for any page."""
    long_ones = {
        unit: text for unit, text in texts.items() if len(read_words(text)) >= LENGTH_OF_A_SENTENCE
    }
    return _origins(Q(), language, long_ones) if long_ones else {}


def _origins(condition: Q, language: Language, texts: Mapping[str, str]) -> Origins:
    names = {unit: likeness(text) for unit, text in texts.items()}
    known = dict(_served(condition, language, set(names.values())))
    return {
        unit: Origin(OriginKind.MACHINE, fingerprint(texts[unit]), **known[name])
        for unit, name in names.items()
        if name in known
    }


def _served(
    condition: Q, language: Language, names: set[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    found = ServedProposal.objects.filter(
        condition, proposal__language=language.code, proposal__likeness__in=names
    ).values_list("proposal__likeness", "proposal__engine", "proposal__version")
    for name, engine, version in found.order_by("served_at"):
        yield name, {"engine": engine, "version": version}
