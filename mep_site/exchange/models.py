"""What went out and what came back: who, when, which texts."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.translations.languages import Language, get_language
from mep_site.translations.models import language_choices
from mep_site.translations.permissions import PermissionType, languages_for

# How long a file waits for whoever sent it to say that it is to be taken.
KEPT_WAITING = timedelta(days=30)


class TransferQuerySet(models.QuerySet):
    def for_user(self, user: AbstractBaseUser) -> Self:
        """Those in languages that the user may edit."""
        codes = [each.code for each in languages_for(user, PermissionType.EDIT)]
        return self.filter(language__in=codes)

    def waiting(self) -> Self:
        """Imports that nobody has decided on."""
        return self.filter(direction=Transfer.Direction.IMPORT, finished_at=None)

    def forget_old_files(self) -> int:
        """Delete the files of imports that nobody came back to; that they came stays."""
        old = self.waiting().filter(made_at__lt=timezone.now() - KEPT_WAITING)
        return old.update(content=None, finished_at=timezone.now())


class Transfer(models.Model):
    """A file with texts in one language that was exported or imported.

    ``content`` is the file of an import that waits. ``outcome`` counts, by name, what was done with
    its texts, in all runs together; an import that was stopped halfway is simply run again.
    """

    class Direction(models.TextChoices):
        EXPORT = "export", pgettext_lazy("of texts", "export")
        IMPORT = "import", pgettext_lazy("of texts", "import")

    direction = models.CharField(max_length=6, choices=Direction)
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    format = models.CharField(_("format"), max_length=20)
    file_name = models.CharField(_("file"), max_length=255)
    pages = models.PositiveIntegerField(_("pages"), default=0)
    texts = models.PositiveIntegerField(_("texts"), default=0)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(_("date"), default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    content = models.BinaryField(null=True)
    outcome = models.JSONField(default=dict)

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange of texts")
        verbose_name_plural = _("exchanges of texts")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["language", "-made_at"], name="exchange_newest")]

    def __str__(self) -> str:
        return self.file_name

    def get_language(self) -> Language:
        return get_language(self.language)

    @property
    def is_waiting(self) -> bool:
        """Whether it is an import on which somebody has to decide."""
        return self.direction == self.Direction.IMPORT and self.content is not None

    def add(self, counts: dict[str, int]) -> None:
        """Count what was done with some texts."""
        total: dict[str, Any] = dict(self.outcome)
        for name, number in counts.items():
            total[name] = total.get(name, 0) + number
        self.outcome = total

    def finish(self) -> None:
        """Let go of the file: there is nothing left to do with it."""
        self.content, self.finished_at = None, timezone.now()
        self.save(update_fields=["content", "finished_at", "outcome"])
