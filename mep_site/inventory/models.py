"""The permission to see what runs here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Inventory(models.Model):
    """Carries the permission; it has no table of its own."""

    class Meta:
        managed = False
        default_permissions = ("view",)
        verbose_name = _("inventory of what runs here")
        verbose_name_plural = _("inventory of what runs here")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
