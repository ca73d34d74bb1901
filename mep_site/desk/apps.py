"""App configuration of mep_site.desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """Where a translator finds what to do, and does it."""

    name = "mep_site.desk"
    verbose_name = _("Translator’s desk")

    def ready(self) -> None:
        """Let comments go out with the texts that they are about."""
        from mep_site.exchange.texts.gathering import register_notes

        from .workspace.notes import open_notes

        register_notes(open_notes)
