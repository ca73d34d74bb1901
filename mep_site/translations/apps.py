"""App configuration of the translations layer."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """The layer that every other app builds on; it imports only Django and Wagtail."""

    name = "mep_site.translations"
    verbose_name = _("Translations")
