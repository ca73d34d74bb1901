"""Whose work an edition is and until when; and filters of the queue that somebody has named."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mep_site.translations.models import Edition


class Assignment(models.Model):
    """An edition that is somebody's, or has a day by which it is to be done, or both.

    Kept when its assignee leaves, so that the deadline is not lost.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="assignment")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assignments",
    )
    deadline = models.DateField(_("deadline"), null=True, blank=True, db_index=True)
    note = models.CharField(_("note"), max_length=250, blank=True)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    assigned_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.assignee_id}"

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline has passed, by the calendar of the site."""
        return self.deadline is not None and self.deadline < timezone.localdate()


class SavedFilter(models.Model):
    """What somebody chose in the queue, under a name; shown to all if it is shared."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_filters"
    )
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000, blank=True)
    is_shared = models.BooleanField(_("for everybody"), default=False)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="one_filter_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name
