"""App configuration of mep_site.siteconfig."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfigConfig(AppConfig):
    """What an editor sets for the whole site."""

    name = "mep_site.siteconfig"
    verbose_name = _("Site settings")
