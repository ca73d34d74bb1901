"""The rights that the translations layer defines."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import languages
from .permissions import edit_codename


class LanguageRights(models.Model):
    """Carries one permission per language; it has no table of its own."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            (edit_codename(language), f"Can edit texts in {language.code}")
            for language in languages()
        ]
        verbose_name = _("language rights")
        verbose_name_plural = _("language rights")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
