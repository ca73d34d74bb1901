"""App configuration of mep_site.printing."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrintingConfig(AppConfig):
    """Pages on paper."""

    name = "mep_site.printing"
    verbose_name = _("Printing")
