"""App configuration of mep_site.exchange."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """Texts on their way to the tools of translators and back."""

    name = "mep_site.exchange"
    verbose_name = _("Exchange of texts")

    def ready(self) -> None:
        """Put earlier translations and the terms of the texts into offline kits."""
        from .kit import register_kit_part
        from .kit_parts import kit_memory, kit_terms

        register_kit_part(kit_memory)
        register_kit_part(kit_terms)
