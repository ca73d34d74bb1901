"""App configuration of mep_site.proposals."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProposalsConfig(AppConfig):
    """What machines propose as a translation, and who answered for it."""

    name = "mep_site.proposals"
    verbose_name = _("Machine proposals")
