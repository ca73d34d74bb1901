"""App configuration of mep_site.backups."""

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    """Backups of the whole site, with the commands that make, restore and try them."""

    name = "mep_site.backups"
