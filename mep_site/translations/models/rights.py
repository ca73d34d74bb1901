"""The rights that the translations layer defines."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from ..languages import languages
from ..permissions import Right, codename

# The admin asks gettext for the names of rights, as they are stored.
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


class LanguageRights(models.Model):
    """Carries the permissions per language; it has no table of its own."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            (codename(right, language), f"Can {right} texts in {language.code}")
            for language in languages()
            for right in Right
        ]
        verbose_name = _("language rights")
        verbose_name_plural = _("language rights")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
