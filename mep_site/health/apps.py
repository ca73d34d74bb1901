"""App configuration of mep_site.health."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HealthConfig(AppConfig):
    """Whether the site is ready to serve."""

    name = "mep_site.health"
    verbose_name = _("Health checks")
