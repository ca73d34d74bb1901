"""App configuration of mep_site.textchecks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TextchecksConfig(AppConfig):
    """What is looked at in a translation before it goes out."""

    name = "mep_site.textchecks"
    verbose_name = _("Checks of texts")

    def ready(self) -> None:
        """Keep faults from going live, and show findings before a translation is handed on."""
        from mep_site.translations.admin.editing.further_questions import register_question
        from mep_site.translations.publishing.gates import register_gate

        from .admin.asking import ask_about_findings
        from .publishing import refuse_faults

        register_gate(refuse_faults)
        register_question(ask_about_findings)
