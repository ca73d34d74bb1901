"""App configuration of mep_site.printing."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class PrintingConfig(AppConfig):
    """Pages on paper."""

    name = "mep_site.printing"
    verbose_name = _("Printing")

    def ready(self) -> None:
        """Look at the machine before the site is deployed."""
        from .checks import check_machine

        register(check_machine, deploy=True)
