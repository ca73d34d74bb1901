"""The row of a mail from the moment on at which it is promised."""

import uuid
from typing import Self

from django.db import models
from django.utils import timezone


class OutgoingQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Those that no mail server has been given."""
        return self.filter(handed_over_at=None)

    def unanswered(self) -> Self:
        """Those that were given to a mail server which was not heard any more."""
        return self.filter(handed_over_at__isnull=False)


class Outgoing(models.Model):
    """A mail that was promised.

    ``name`` is the left part of its Message-ID, decided before it is sent. ``handed_over_at`` is
    written before the last line goes to the mail server: from there on it is never sent again.
    """

    name = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promised_at = models.DateTimeField(default=timezone.now)
    handed_over_at = models.DateTimeField(null=True, db_index=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.name)

    def claim_handover(self) -> bool:
        """Take the mail for this process, for good; whether nobody else has."""
        now = timezone.now()
        waiting = type(self).objects.waiting().filter(pk=self.pk)
        self.handed_over_at = now if waiting.update(handed_over_at=now) else None
        return bool(self.handed_over_at)

    def take_back(self) -> None:
        """Let the mail wait again, because a mail server has refused it from this process."""
        if self.handed_over_at:
            type(self).objects.filter(pk=self.pk).update(handed_over_at=None)

    def finish(self) -> None:
        """Do what is to be done when the mail was taken, or will never be."""
        self.delete()
