"""App configuration of mep_site.pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Pages that belong to no domain of the ministry."""

    name = "mep_site.pages"
    verbose_name = _("Sections and standard pages")
