"""App configuration of mep_site.core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The base page and what all page types share."""

    name = "mep_site.core"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Let the search know states by their names, and exports begin no formula."""
        from mep_site.search.registry import Filter, register_filter, register_names

        from .about import country_labels, names_of_countries
        from .spreadsheets import protect_exports

        register_filter(Filter("country", "country", _("Country"), country_labels, 40))
        register_names(names_of_countries)
        protect_exports()
