"""Whether the Chinese of a unit may be sent to the engine: asked anew for every request."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from mep_site.translations.admin.forms.sources import Source, source_of
from mep_site.translations.content.units import Unit
from mep_site.translations.languages import Language, authoritative
from mep_site.translations.languages.text import has_text
from mep_site.translations.provenance import is_translated

from .engines.engine import Engine
from .models import MachineSettings


class NothingMayLeaveError(Exception):
    """There is no proposal, because nothing may be asked; the message says why."""


@dataclass(frozen=True)
class Departure:
    """What of a page may be sent, to which engine, for a translation into one language."""

    page: AbstractPage
    language: Language
    engine: Engine
    switches: MachineSettings
    source: Source

    @classmethod
    def of(cls, page: AbstractPage, language: Language) -> "Departure":
        """For a draft that is in the scope of the language.

        :class:`NothingMayLeaveError` if nothing may.
        """
        switches = MachineSettings.of_page(page)
        engine = switches.get_engine()
        if not engine:
            raise NothingMayLeaveError(_("Machine proposals are switched off."))
        if not is_translated(language, page.get_source_language()):
            raise NothingMayLeaveError(_("This is no translation of a Chinese text."))
        refusal = engine.refusal(authoritative(), language)
        if refusal:
            raise NothingMayLeaveError(refusal)
        if page.get_view_restrictions().exists() and not switches.sends_restricted:
            raise NothingMayLeaveError(
                _("Not everybody may read this page, and such texts may not be sent to a machine.")
            )
        source = source_of(page)
        if not source.has_pins:
            raise NothingMayLeaveError(_("This is no translation of a Chinese text."))
        return cls(page, language, engine, switches, source)

    def chinese(self, name: str) -> Unit:
        """The Chinese that may be sent; :class:`NothingMayLeaveError` if none may."""
        unit = self.source.unit(name)
        if not unit or not has_text(unit.text):
            raise NothingMayLeaveError(_("There is no Chinese text here."))
        if name in self.source.published:
            if not self.switches.sends_published:
                raise NothingMayLeaveError(
                    _("Published Chinese texts may not be sent to a machine.")
                )
        elif not self.switches.sends_drafts:
            raise NothingMayLeaveError(_("Unpublished drafts may not be sent to a machine."))
        return unit
