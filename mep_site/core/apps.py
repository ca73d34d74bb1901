"""App configuration of mep_site.core."""

from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The base page and what all page types share."""

    name = "mep_site.core"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Teach the search states, and Wagtail what it lacks: redirects, safe exports, words."""
        from mep_site.search.registry import Filter, register_filter, register_names
        from mep_site.translations.publishing.redirects import follow_path

        from .admin.spreadsheets import protect_exports
        from .admin.wagtail_words import let_wagtail_speak_the_reader_s_language
        from .checks import check_page_types
        from .countries_in_search import country_labels, names_of_countries

        register(check_page_types)
        register_filter(Filter("country", "country", _("Country"), country_labels, 40))
        register_names(names_of_countries)
        pre_save.connect(follow_path, dispatch_uid="follow_path")
        protect_exports()
        let_wagtail_speak_the_reader_s_language()
