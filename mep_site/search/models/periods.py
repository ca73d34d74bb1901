"""The days on which something that editors set is shown."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PeriodQuerySet(models.QuerySet):
    """Queries about what is shown for a time."""

    def current(self) -> Self:
        """What is shown today, in the site's time zone."""
        today = timezone.localdate()
        begun = Q(since=None) | Q(since__lte=today)
        not_over = Q(until=None) | Q(until__gte=today)
        return self.filter(begun, not_over)


class Period(models.Model):
    """From the day ``since`` to and including the day ``until``; both may be open."""

    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("to and including"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_current(self) -> bool:
        """Whether today is one of the days, in the site's time zone."""
        today = timezone.localdate()
        return (not self.since or self.since <= today) and (not self.until or today <= self.until)

    def clean(self) -> None:
        """Refuse what ends before it begins."""
        super().clean()
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("It cannot end before it begins.")})
