"""App configuration of mep_site.demo."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """Demo content, built with production code."""

    name = "mep_site.demo"
    verbose_name = _("Demo content")

    def ready(self) -> None:
        """Say which page types it does not show."""
        from .checks import check_outlines

        register(check_outlines)
