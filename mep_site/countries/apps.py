"""App configuration of mep_site.countries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CountriesConfig(AppConfig):
    """Approved country names."""

    name = "mep_site.countries"
    verbose_name = _("Countries")
