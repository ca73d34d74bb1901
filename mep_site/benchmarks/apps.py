"""App configuration of mep_site.benchmarks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BenchmarksConfig(AppConfig):
    """Commands that measure; nothing imports this app."""

    name = "mep_site.benchmarks"
    verbose_name = _("Benchmarks")
