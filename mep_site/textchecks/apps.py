"""App configuration of mep_site.textchecks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TextchecksConfig(AppConfig):
    """What is looked at in a translation before it goes out."""

    name = "mep_site.textchecks"
    verbose_name = _("Checks of texts")
