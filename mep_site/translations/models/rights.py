"""The rights that the translations layer defines."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..languages import languages
from ..naming import names_of_rights
from ..permissions import Right, codename


class LanguageRights(models.Model):
    """Carries the permissions per language; it has no table of its own."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            (codename(right, language), name)
            for language in languages()
            for right, name in zip(Right, names_of_rights(language), strict=True)
        ]
        verbose_name = _("language rights")
        verbose_name_plural = _("language rights")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
