"""The queue of what needs a human eye."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.legacy.structure.doubts import Code, Severity, Suggestion
from mep_site.legacy.wording import CODES, SEVERITIES

from .reading import LegacyReading


class LegacyAnomaly(models.Model):
    """A doubtful place in a capture; what somebody decided about it bears a name and a date."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("of an anomaly", "open")
        ACCEPTED = "accepted", _("suggestion accepted")
        DISMISSED = "dismissed", _("left as it is")

    reading = models.ForeignKey(LegacyReading, on_delete=models.CASCADE, related_name="anomalies")
    page = models.ForeignKey(
        "core.BasePage",
        verbose_name=_("page"),
        null=True,
        on_delete=models.CASCADE,
        related_name="legacy_anomalies",
    )
    number = models.PositiveIntegerField(_("number of the page in the capture"), default=0)
    code = models.CharField(
        pgettext_lazy("of an anomaly", "sort"),
        max_length=40,
        choices=[(code.value, CODES[code]) for code in Code],
    )
    severity = models.CharField(
        _("severity"),
        max_length=10,
        choices=[(severity.value, SEVERITIES[severity]) for severity in Severity],
    )
    line = models.PositiveIntegerField(_("line"))
    subject = models.TextField(_("place in the text"), blank=True)
    proposal = models.JSONField(_("suggestion"), null=True)
    state = models.CharField(
        pgettext_lazy("of an import", "state"), max_length=20, choices=State, default=State.OPEN
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("revision"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("anomaly")
        verbose_name_plural = _("anomalies")
        ordering = ["reading", "line", "pk"]
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.get_code_display()

    @property
    def suggestion(self) -> Suggestion | None:
        """The change that may be accepted, if there is one."""
        return Suggestion.from_json(self.proposal) if self.proposal else None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.state == self.State.OPEN
