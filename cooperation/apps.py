"""App configuration of cooperation."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    """International cooperation: programmes and mechanisms."""

    name = "cooperation"
    verbose_name = _("International cooperation")

    def ready(self) -> None:
        """Let the names of programmes be terms."""
        from mep_site.terms.records import register_records

        from .as_terms import terms_of_programmes

        register_records(terms_of_programmes)
