"""Who is to be told what: written down before anything is sent, so that it is told once."""

from datetime import datetime, time, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from .colleagues import as_set_by, colleagues
from .models import DigestMail
from .occasions import occasions_for

DAILY = "daily"
MORNING = time(8)
DAY = timedelta(days=1)


def promise_digests(now: datetime) -> None:
    """Promise to each colleague the digest of the day, from eight in their morning on.

    Whether there is anything to tell is found when it is written.
    """
    for user in colleagues("daily"):
        with as_set_by(user):
            local = timezone.localtime(now)
        if local.time() >= MORNING:
            _promise(user, f"{DAILY} {local:%Y-%m-%d}")


def promise_occasions(now: datetime) -> None:
    """Promise to each colleague what they must be told of at once."""
    for user in colleagues("at_once"):
        for occasion in occasions_for(user, now):
            _promise(user, occasion.name)


def told_until(mail: DigestMail) -> datetime:
    """Until when its reader was told of everything by the digest before this one."""
    earlier = DigestMail.objects.filter(
        user=mail.user_id, told_of__startswith=DAILY, promised_at__lt=mail.promised_at
    )
    newest = earlier.order_by("-promised_at").values_list("promised_at", flat=True).first()
    return newest or mail.promised_at - DAY


def _promise(user: AbstractBaseUser, occasion: str) -> None:
    """Two runs at the same time can't both do so: see the constraint of the model."""
    DigestMail.objects.bulk_create([DigestMail(user=user, told_of=occasion)], ignore_conflicts=True)
