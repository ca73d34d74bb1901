"""What people decide about the checks: what follows from each, and which finding is none."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.translations.content.pins import FINGERPRINT_LENGTH
from mep_site.translations.models import language_choices

from .findings import FindingSeverity

REASON_LENGTH = 500


class CheckDecisionQuerySet(models.QuerySet):
    def severities(self) -> Mapping[str, FindingSeverity | None]:
        """What follows from the checks about which was decided; ``None`` for one that is off."""
        return {
            check: None if effect == CheckDecision.Effect.OFF else FindingSeverity(effect)
            for check, effect in self.values_list("check_name", "effect")
        }


class CheckDecision(models.Model):
    """What an administrator has decided about a check; without one it is as it was delivered."""

    class Effect(models.TextChoices):
        """What a check does; but for the first, by the name of the severity."""

        OFF = "off", pgettext_lazy("of a check", "off")
        WARNING = "warning", pgettext_lazy("of a check", "warning")
        BLOCKING = "blocking", pgettext_lazy("of a check", "keeps from publication")

    check_name = models.CharField(_("check"), max_length=30, unique=True)
    effect = models.CharField(_("effect"), max_length=10, choices=Effect)

    objects = CheckDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on a check")
        verbose_name_plural = _("decisions on checks")
        default_permissions = ("change",)

    def __str__(self) -> str:
        return f"{self.check_name}: {self.get_effect_display()}"


class FindingSetAside(models.Model):
    """A finding that somebody has looked at and that is no fault, with the reason.

    ``fingerprint`` is that of both texts and of the place: when one of the texts changes, the
    finding is back.
    """

    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    unit = models.CharField(_("text"), max_length=255)
    check_name = models.CharField(_("check"), max_length=30)
    fingerprint = models.CharField(max_length=FINGERPRINT_LENGTH, editable=False)
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH)
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    set_aside_at = models.DateTimeField(_("set aside"), default=timezone.now)

    class Meta:
        verbose_name = _("finding set aside")
        verbose_name_plural = _("findings set aside")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "language", "unit", "check_name", "fingerprint"],
                name="one_reason_per_finding",
            )
        ]

    def __str__(self) -> str:
        return f"{self.check_name}: {self.reason}"

    @property
    def key(self) -> tuple[Any, ...]:
        """What it is compared by with a finding."""
        return self.unit, self.check_name, self.fingerprint
