"""App configuration of mep_site.home."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home page, which draws on every domain."""

    name = "mep_site.home"
    verbose_name = _("Home page")
