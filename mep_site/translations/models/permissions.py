"""The rights that the translations layer defines."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..languages import Language, languages
from ..languages.naming import SENTENCES
from ..permissions import PermissionType, codename


def names_of_rights(language: Language) -> tuple[str, ...]:
    """The names of the permissions for a language, in the order of ``PermissionType``."""
    if language.code in SENTENCES:
        return SENTENCES[language.code].rights
    return tuple(f"Can {right} texts in {language.code}" for right in PermissionType)


class LanguagePermissions(models.Model):
    """Carries the permissions per language; it has no table of its own."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            (codename(right, language), name)
            for language in languages()
            for right, name in zip(PermissionType, names_of_rights(language), strict=True)
        ]
        verbose_name = _("language rights")
        verbose_name_plural = _("language rights")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
