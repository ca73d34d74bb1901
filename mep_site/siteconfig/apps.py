"""App configuration of mep_site.siteconfig."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SiteConfigConfig(AppConfig):
    """What an editor sets for the whole site."""

    name = "mep_site.siteconfig"
    verbose_name = _("Site settings")

    def ready(self) -> None:
        """List the hot keywords beside what else editors tell the search; name the site once."""
        from mep_site.search.registry import register_viewset

        from .address import adopt_address, check_address
        from .admin import HotKeywordViewSet

        register_viewset(HotKeywordViewSet)
        register(check_address, Tags.database)
        post_migrate.connect(adopt_address, sender=self)
