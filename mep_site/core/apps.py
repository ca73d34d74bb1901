"""App configuration of mep_site.core."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import register
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The base page and what all page types share."""

    name = "mep_site.core"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Teach the search states, and Wagtail what it lacks: safe forms and exports, words."""
        from mep_site.internals import move_siblings_at_once, remember_sites
        from mep_site.search.registry import (
            SearchFilter,
            register_filter,
            register_marks,
            register_names,
            register_offers,
        )

        from . import purging
        from .admin.script_calls import keep_scripts_out_of_choosers
        from .admin.spreadsheets import protect_exports
        from .admin.stale_forms import guard_edit_views
        from .admin.wagtail_words import let_wagtail_speak_the_reader_s_language
        from .checks import check_page_types
        from .countries_in_search import country_labels, country_marks, names_of_countries
        from .models import BasePage
        from .topics_in_search import topics_called

        pre_migrate.connect(_wait_briefly, sender=self)
        post_migrate.connect(_wait_as_ever, sender=self)
        register(check_page_types)
        register_filter(SearchFilter("country", "country", _("Country"), country_labels, 40))
        register_marks(BasePage, country_marks)
        register_names(names_of_countries)
        register_offers(topics_called)
        purging.connect()
        protect_exports()
        guard_edit_views()
        keep_scripts_out_of_choosers()
        remember_sites()
        move_siblings_at_once()
        let_wagtail_speak_the_reader_s_language()


def _wait_briefly(using: str, **kwargs: Any) -> None:
    """Let a migration give up that does not get its lock: behind it, every reader would wait too.

    https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
    """
    if connections[using].vendor == "postgresql":
        with connections[using].cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")


def _wait_as_ever(using: str, **kwargs: Any) -> None:
    if connections[using].vendor == "postgresql":
        with connections[using].cursor() as cursor:
            cursor.execute("RESET lock_timeout")
