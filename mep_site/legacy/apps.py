"""App configuration of mep_site.legacy."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegacyConfig(AppConfig):
    """Brings pages of the old site over."""

    name = "mep_site.legacy"
    verbose_name = _("Old site")
