"""App configuration of mep_site.countries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CountriesConfig(AppConfig):
    """Approved country names."""

    name = "mep_site.countries"
    verbose_name = _("Countries")

    def ready(self) -> None:
        """Let the names of states be terms."""
        from mep_site.terms.records import register_records

        from .as_terms import terms_of_countries, terms_of_first_countries

        register_records(terms_of_countries, standard=terms_of_first_countries)
