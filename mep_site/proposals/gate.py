"""The gate before publication: no machine's text goes live for which nobody answers."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mep_site.translations.content.content import Content
from mep_site.translations.languages import Language
from mep_site.translations.provenance import is_translated, origins_of
from mep_site.translations.publishing.gates import RefusedAtGateError, WantedPublication

NAMED_AT_MOST = 3


def unconfirmed_units(page_id: int, content: Content, language: Language) -> list[str]:
    """The units of an edition that are a machine's, and that nobody has confirmed."""
    if not is_translated(language, content.source_language):
        return []
    origins = origins_of(page_id, content, language)
    return [unit for unit, origin in origins.items() if origin.is_unconfirmed]


def refuse_unconfirmed(wanted: WantedPublication) -> None:
    """:class:`RefusedAtGateError` if the edition holds an unconfirmed machine's text."""
    open_units = set(unconfirmed_units(wanted.page.pk, wanted.content, wanted.language))
    if not open_units:
        return
    labels = [each.label for each in wanted.content.units(wanted.language) if each.id in open_units]
    named = ", ".join(f"“{label}”" for label in labels[:NAMED_AT_MOST])
    more = len(labels) - NAMED_AT_MOST
    if more > 0:
        named += " " + ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more}
    raise RefusedAtGateError(
        _(
            "A machine proposed these texts (%(language)s), and nobody has answered for them: "
            "%(texts)s. Read them, then change them or confirm them in the form, and publish again."
        )
        % {"language": wanted.language, "texts": named}
    )
