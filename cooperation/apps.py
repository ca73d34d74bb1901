"""App configuration of cooperation."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    """International cooperation: programmes and mechanisms."""

    name = "cooperation"
    verbose_name = _("International cooperation")
