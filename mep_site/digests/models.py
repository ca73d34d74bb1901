"""Who wants to be told of work by mail, and of what they were told."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mep_site.mailing.outgoing import Outgoing, OutgoingQuerySet

# Until then it is remembered that somebody was told; longer than anything is told after it was.
REMEMBERED = timedelta(days=14)


class DigestPreference(models.Model):
    """Which mails a colleague wants; who has said nothing gets all."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_preference"
    )
    daily = models.BooleanField(
        _("once a day"),
        default=True,
        help_text=_("What waits for you, every morning. On a day when nothing does, no mail."),
    )
    at_once = models.BooleanField(
        _("at once"),
        default=True,
        help_text=_(
            "When a text of yours is returned, and when a Chinese text that you translate changes "
            "in its content."
        ),
    )

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.user)

    @classmethod
    def of(cls, user: models.Model) -> Self:
        """What a colleague wants, stored or not."""
        return cls.objects.filter(user=user).first() or cls(user=user)


class DigestMailQuerySet(OutgoingQuerySet):
    def waiting(self) -> Self:
        """Those that no mail server has been given, and that are still to be sent."""
        return super().waiting().filter(finished_at=None)

    def unanswered(self) -> Self:
        """Those that were given to a mail server which was not heard any more."""
        return super().unanswered().filter(finished_at=None)

    def forgettable(self) -> Self:
        """Those of which nobody will ask again whether they were sent."""
        return self.filter(promised_at__lt=timezone.now() - REMEMBERED)


class DigestMail(Outgoing):
    """That a colleague is told of something once.

    ``told_of`` names it: ``daily 2026-11-29``, ``returned 17 1764400000`` (edition, second),
    ``material 5 17`` (change, edition). The row stays when the mail was sent, or was not needed.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    told_of = models.CharField(max_length=60)
    finished_at = models.DateTimeField(null=True)

    objects = DigestMailQuerySet.as_manager()

    class Meta(Outgoing.Meta):
        constraints = [
            models.UniqueConstraint(fields=["user", "told_of"], name="each_occasion_told_once")
        ]

    def finish(self) -> None:
        """Remember that there is nothing more to do."""
        DigestMail.objects.filter(pk=self.pk).update(finished_at=timezone.now())
