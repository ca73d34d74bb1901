"""App configuration of mep_site.metadata."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MetadataConfig(AppConfig):
    """What machines are told of the site."""

    name = "mep_site.metadata"
    verbose_name = _("Metadata")
