"""App configuration of mep_site.errorpages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ErrorPagesConfig(AppConfig):
    """Pages on failures that need nothing that may have failed."""

    name = "mep_site.errorpages"
    verbose_name = _("Pages on failures")
