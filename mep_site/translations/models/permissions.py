"""The permissions that the translations layer defines."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..languages import Language, languages
from ..languages.naming import SENTENCES
from ..permissions import PermissionType, codename


def names_of_permissions(language: Language) -> tuple[str, ...]:
    """The names of the permissions for a language, in the order of ``PermissionType``."""
    if language.code in SENTENCES:
        return SENTENCES[language.code].permissions
    return tuple(f"Can {each} texts in {language.code}" for each in PermissionType)


class LanguagePermissions(models.Model):
    """Carries the permissions per language; it has no table of its own."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            (codename(permission_type, language), name)
            for language in languages()
            for permission_type, name in zip(
                PermissionType, names_of_permissions(language), strict=True
            )
        ]
        verbose_name = _("language permissions")
        verbose_name_plural = _("language permissions")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
