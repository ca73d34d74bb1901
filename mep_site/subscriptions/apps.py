"""App configuration of mep_site.subscriptions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubscriptionsConfig(AppConfig):
    """What visitors follow."""

    name = "mep_site.subscriptions"
    verbose_name = _("Subscriptions")
