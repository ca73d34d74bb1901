"""App configuration of mep_site.printing."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class PrintingConfig(AppConfig):
    """Pages on paper."""

    name = "mep_site.printing"
    verbose_name = _("Printing")

    def ready(self) -> None:
        """Look at the machine before the site is deployed; put pages into offline kits."""
        from mep_site.exchange.kit import register_kit_part

        from .checks import check_machine
        from .kit_pages import source_pages

        register(check_machine, deploy=True)
        register_kit_part(source_pages)
