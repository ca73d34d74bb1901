"""App configuration of mep_site.media."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Pictures and documents with texts in every language."""

    name = "mep_site.media"
    verbose_name = _("Pictures and documents")

    def ready(self) -> None:
        """Let Wagtail take in pictures as it must be done here, portraits too."""
        from mep_site.internals import let_portraits_come_by

        from .decoding import measure_by_header
        from .forms import PortraitForm

        measure_by_header()
        let_portraits_come_by(PortraitForm)
