"""When what is new is told: at once, every morning, or on Mondays, by the site's own clock."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from .models import Subscription

MORNING = time(8)
# Longer than any transaction: what was published at a moment may be seen only after it.
LATECOMERS = timedelta(hours=1)


def next_due(frequency: str, now: datetime) -> datetime:
    """The first moment after ``now`` at which somebody who follows so is told what is new."""
    if frequency == Subscription.Frequency.AT_ONCE:
        return now
    morning = timezone.localtime(now).replace(
        hour=MORNING.hour, minute=MORNING.minute, second=0, microsecond=0
    )
    if morning <= now:
        morning += timedelta(days=1)
    if frequency == Subscription.Frequency.WEEKLY:
        morning += timedelta(days=-morning.weekday() % 7)
    return morning
