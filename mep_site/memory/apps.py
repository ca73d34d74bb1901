"""App configuration of mep_site.memory."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MemoryConfig(AppConfig):
    """What was translated before, and how."""

    name = "mep_site.memory"
    verbose_name = _("Translation memory")

    def ready(self) -> None:
        """Follow every change of what is public."""
        from .remembering.keeping import connect_memory

        connect_memory()
