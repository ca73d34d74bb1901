"""App configuration of mep_site.siteconfig."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfigConfig(AppConfig):
    """What an editor sets for the whole site."""

    name = "mep_site.siteconfig"
    verbose_name = _("Site settings")

    def ready(self) -> None:
        """List the hot keywords beside what else editors tell the search."""
        from mep_site.search.registry import register_viewset

        from .admin import HotKeywordViewSet

        register_viewset(HotKeywordViewSet)
