"""App configuration of mep_site.topics."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TopicsConfig(AppConfig):
    """What pages are about."""

    name = "mep_site.topics"
    verbose_name = _("Topics")
