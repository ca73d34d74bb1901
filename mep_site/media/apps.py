"""App configuration of mep_site.media."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Pictures and documents with texts in every language."""

    name = "mep_site.media"
    verbose_name = _("Pictures and documents")
