"""App configuration of mep_site.inventory."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InventoryConfig(AppConfig):
    """What runs here."""

    name = "mep_site.inventory"
    verbose_name = _("What runs here")
