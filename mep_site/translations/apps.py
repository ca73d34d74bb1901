"""App configuration of the translations layer."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """The layer that every other app builds on; it imports only Django and Wagtail."""

    name = "mep_site.translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        """Follow every change of a page."""
        from .receivers import keep_editions, make_missing_editions

        post_save.connect(keep_editions, dispatch_uid="keep_editions")
        post_migrate.connect(make_missing_editions, dispatch_uid="make_missing_editions")
