"""App configuration of mep_site.digests."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DigestsConfig(AppConfig):
    """A mail a day on what waits for whom."""

    name = "mep_site.digests"
    verbose_name = _("Digests")
