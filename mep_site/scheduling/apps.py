"""App configuration of mep_site.scheduling."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchedulingConfig(AppConfig):
    """What happens by the clock."""

    name = "mep_site.scheduling"
    verbose_name = _("Scheduler")
