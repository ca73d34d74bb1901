"""What readers and machines are told of texts that a machine has proposed, where that is wanted.

《人工智能生成合成内容标识办法》 (in force since 1 September 2025) asks for a label that people
see and one in the metadata; GB 45438-2025 says how they look. The visible one names 人工智能 and
生成. That in the metadata is called ``AIGC`` and has seven values.
"""

from dataclasses import dataclass

from wagtail.models import AbstractPage

from mep_site.publicstate.version import by_version
from mep_site.translations.content.content import Content
from mep_site.translations.content.origins import from_record
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import Language

from .models import MachineSettings

# Of GB 45438-2025: the content is generated; 2 would mean that it may be, 3 that it seems so.
IS_GENERATED = "1"


@dataclass(frozen=True)
class MachineLabel:
    """How many texts of a public translation a machine has proposed, and which machines."""

    count: int
    engines: tuple[str, ...]

    def as_aigc(self, content_id: str, propagator: str, address: str) -> dict[str, str]:
        """The implicit label of GB 45438-2025, for a site that makes the content public itself."""
        return {
            "Label": IS_GENERATED,
            "ContentProducer": ", ".join(self.engines),
            "ProduceID": content_id,
            "ReservedCode1": "",
            "ContentPropagator": propagator,
            "PropagateID": address,
            "ReservedCode2": "",
        }


@by_version()
def sites_with_labels() -> frozenset[int]:
    """The primary keys of the sites that label such texts."""
    switches = MachineSettings.objects.filter(labels_texts=True)
    return frozenset(switches.values_list("site_id", flat=True))


def machine_label(page: AbstractPage, language: Language, site_id: int) -> MachineLabel | None:
    """The label of a public page in a language; ``None`` if it has no such text, or needs none.

    Asks the database for nothing that is not loaded.
    """
    if site_id not in sites_with_labels():
        return None
    recorded = Content(type(page), {"pins": page.pins}).origins(language)
    if not any(origin.is_confirmed for origin in recorded.values()):
        return None
    texts = Content.of(page).texts(language)
    origins = (from_record(recorded.get(u), fingerprint(text)) for u, text in texts.items())
    made = [origin for origin in origins if origin and origin.is_confirmed]
    if not made:
        return None
    engines = dict.fromkeys(f"{each.engine} {each.version}" for each in made)
    return MachineLabel(len(made), tuple(engines))
