"""App configuration of mep_site.core."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The base page and what all page types share."""

    name = "mep_site.core"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Teach the search states, and Wagtail what it lacks: safe exports, words, a memory."""
        from mep_site.internals import move_siblings_at_once, remember_sites
        from mep_site.search.registry import (
            SearchFilter,
            register_filter,
            register_marks,
            register_names,
            register_offers,
        )

        from . import purging
        from .admin.spreadsheets import protect_exports
        from .admin.wagtail_words import let_wagtail_speak_the_reader_s_language
        from .checks import check_page_types
        from .countries_in_search import country_labels, country_marks, names_of_countries
        from .models import BasePage
        from .topics_in_search import topics_called

        register(check_page_types)
        register_filter(SearchFilter("country", "country", _("Country"), country_labels, 40))
        register_marks(BasePage, country_marks)
        register_names(names_of_countries)
        register_offers(topics_called)
        purging.connect()
        protect_exports()
        remember_sites()
        move_siblings_at_once()
        let_wagtail_speak_the_reader_s_language()
