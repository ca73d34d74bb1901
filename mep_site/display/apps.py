"""App configuration of mep_site.display."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DisplayConfig(AppConfig):
    """The visitor's text settings."""

    name = "mep_site.display"
    verbose_name = _("Accessibility settings")
