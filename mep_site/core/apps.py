"""App configuration of mep_site.core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The base page and what all page types share."""

    name = "mep_site.core"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Let the search find states, and Wagtail speak the language of who reads."""
        from mep_site.search.registry import Filter, register_filter, register_names

        from .about import country_labels, names_of_countries
        from .wagtail_words import let_wagtail_speak_the_reader_s_language

        register_filter(Filter("country", "country", _("Country"), country_labels, 40))
        register_names(names_of_countries)
        let_wagtail_speak_the_reader_s_language()
