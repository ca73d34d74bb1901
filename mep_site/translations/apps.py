"""App configuration of the translations layer."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, post_save, pre_save
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """The layer that every other app builds on; it imports only Django and Wagtail."""

    name = "mep_site.translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        """Follow every change of a page, and have the languages checked."""
        from wagtail.models import AbstractPage
        from wagtail.permissions import register_permission_policy
        from wagtail.signals import post_page_move, pre_page_move

        from .checks import check_languages, check_languages_in_database
        from .permissions.page_policy import PagePolicy
        from .publishing.redirects import follow_path
        from .receivers import (
            keep_editions,
            lock_moved_page,
            make_missing_editions,
            refresh_paths,
        )

        register_permission_policy(AbstractPage, PagePolicy())
        register(check_languages, Tags.translation)
        register(check_languages_in_database, Tags.database)
        pre_page_move.connect(lock_moved_page, dispatch_uid="lock_moved_page")
        post_page_move.connect(refresh_paths, dispatch_uid="refresh_paths")
        pre_save.connect(follow_path, dispatch_uid="follow_path")
        post_save.connect(keep_editions, dispatch_uid="keep_editions")
        # Once is enough; Django sends it for every app.
        post_migrate.connect(
            make_missing_editions, sender=self, dispatch_uid="make_missing_editions"
        )
