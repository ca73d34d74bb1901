"""The permissions that the translations layer defines."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from ..languages import languages
from ..permissions import PermissionType, codename

# The admin asks gettext for the names of permissions, as they are stored.
NAMES = (
    gettext_noop("Can edit texts in zh-hans"),
    gettext_noop("Can submit texts in zh-hans"),
    gettext_noop("Can publish texts in zh-hans"),
    gettext_noop("Can edit texts in en"),
    gettext_noop("Can submit texts in en"),
    gettext_noop("Can publish texts in en"),
    gettext_noop("Can edit texts in ru"),
    gettext_noop("Can submit texts in ru"),
    gettext_noop("Can publish texts in ru"),
)


class LanguagePermissions(models.Model):
    """Carries the permissions per language; it has no table of its own."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            (codename(permission_type, language), f"Can {permission_type} texts in {language.code}")
            for language in languages()
            for permission_type in PermissionType
        ]
        verbose_name = _("language permissions")
        verbose_name_plural = _("language permissions")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
