"""App configuration of mep_site.exchange."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """Texts on their way to the tools of translators and back."""

    name = "mep_site.exchange"
    verbose_name = _("Exchange of texts")
