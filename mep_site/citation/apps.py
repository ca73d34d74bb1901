"""App configuration of mep_site.citation."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CitationConfig(AppConfig):
    """How a page is quoted."""

    name = "mep_site.citation"
    verbose_name = _("Citations")
