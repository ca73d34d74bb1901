"""App configuration of mep_site.search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The site search."""

    name = "mep_site.search"
    verbose_name = _("Search")
