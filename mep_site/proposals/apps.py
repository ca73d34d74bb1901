"""App configuration of mep_site.proposals."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProposalsConfig(AppConfig):
    """What machines propose as a translation, and who answered for it."""

    name = "mep_site.proposals"
    verbose_name = _("Machine proposals")

    def ready(self) -> None:
        """Have drafts asked for texts that were served, and publications for unconfirmed ones."""
        from mep_site.translations.provenance import register_origin_finder
        from mep_site.translations.publishing.gates import register_gate
        from mep_site.translations.signals import editions_published

        from .gate import refuse_unconfirmed
        from .outcomes import note_outcomes
        from .recognising import served_anywhere, served_for_page
        from .remembered import origins_of_remembered

        # The first that knows a text says whose it is. For what the memory has, somebody answered.
        for finder in (served_for_page, origins_of_remembered, served_anywhere):
            register_origin_finder(finder)
        register_gate(refuse_unconfirmed)
        editions_published.connect(note_outcomes, dispatch_uid="note_outcomes_of_proposals")
