"""App configuration of mep_site.search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The site search."""

    name = "mep_site.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Follow every change of what is searched."""
        from .index.upkeep import connect_receivers

        connect_receivers()
