"""App configuration of mep_site.search."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The site search."""

    name = "mep_site.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Follow every change of what is searched."""
        from .answers.filters import register_own_filters
        from .checks import check_index, check_languages_of_search
        from .index.upkeep import connect_receivers
        from .models.terms import groups_of_forms
        from .registry import register_names

        register(check_index, Tags.database)
        register(check_languages_of_search, Tags.translation)
        connect_receivers()
        register_own_filters()
        register_names(groups_of_forms)
