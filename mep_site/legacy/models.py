"""What has been brought over from the old site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegacyCapture(models.Model):
    """A file of the old site, known by its bytes, and the pages that were made from it."""

    file_name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    kind = models.CharField(_("kind"), max_length=50)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    pages = models.ManyToManyField(
        "core.BasePage", verbose_name=_("pages"), related_name="legacy_captures"
    )

    class Meta:
        verbose_name = _("legacy capture")
        verbose_name_plural = _("legacy captures")
        ordering = ["-imported_at", "pk"]

    def __str__(self) -> str:
        return self.file_name
