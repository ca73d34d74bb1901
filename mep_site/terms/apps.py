"""App configuration of mep_site.terms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TermsConfig(AppConfig):
    """Names and terms that have one right rendering, and those that must not be used."""

    name = "mep_site.terms"
    verbose_name = _("Terms")
