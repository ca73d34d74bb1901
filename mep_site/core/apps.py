"""App configuration of mep_site.core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The base page and what all page types share."""

    name = "mep_site.core"
    verbose_name = _("Pages")
