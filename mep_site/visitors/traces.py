"""How much comes from one sender, counted where all processes of the site see it."""

from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac


def sender_address(request: HttpRequest) -> IPv4Address | IPv6Address | None:
    """The address that a request comes from; ``None`` if it is none.

    Each proxy in front appends the address that it was asked from to ``X-Forwarded-For``. What
    stands before those is what the visitor claims, and counts for nothing.
    """
    hops = [request.META.get("REMOTE_ADDR", "")]
    hops = [*request.headers.get("X-Forwarded-For", "").split(","), *hops]
    trusted = min(settings.TRUSTED_PROXIES, len(hops) - 1)
    try:
        return ip_address(hops[-1 - trusted].strip())
    except ValueError:
        return None


def network_of(request: HttpRequest) -> str:
    """The network that a request comes from; for IPv6 what one customer has, a /64."""
    address = sender_address(request)
    if address is None:
        return ""
    return str(ip_network((address, 64 if address.version == 6 else 32), strict=False))


class Trace(models.Model):
    """That something came from a sender, to limit how much does.

    ``sender`` is a keyed hash from which neither a network nor an address can be had back.
    ``window`` is the time in which so many are accepted, and after which a trace is forgotten.
    """

    window: ClassVar[timedelta]

    sender = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.sender[:8]} {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def admit(cls, sender: str, most: int) -> bool:
        """Whether one more from this sender is accepted now; it counts if it is."""
        return cls.leave(sender, most) is not None

    @classmethod
    def leave(cls, sender: str, most: int) -> Self | None:
        """The trace of one more from this sender; ``None`` if it is not accepted now.

        Written before it is counted, so that two at the same moment cannot pass each other.
        """
        trace = cls.objects.create(sender=_hash(cls, sender))
        is_allowed = cls._recent(trace.sender).count() <= most
        if not is_allowed:
            trace.delete()
        cls.forget_old()
        return trace if is_allowed else None

    @classmethod
    def accepted_again_at(cls, sender: str, most: int) -> datetime:
        """The moment from which on one more from this sender is accepted; past if it is now."""
        latest_first = cls._recent(_hash(cls, sender)).order_by("-at")
        in_the_way = latest_first[most - 1 : most].values_list("at", flat=True).first()
        return in_the_way + cls.window if in_the_way else timezone.now()

    @classmethod
    def _recent(cls, hashed: str) -> models.QuerySet[Self]:
        return cls.objects.filter(sender=hashed, at__gt=timezone.now() - cls.window)

    @classmethod
    def forget_old(cls) -> int:
        """Delete the traces that do not count any more; returns how many."""
        return cls.objects.filter(at__lte=timezone.now() - cls.window).delete()[0]


def _hash(model: type[Trace], sender: str) -> str:
    return salted_hmac(model._meta.label, sender, algorithm="sha256").hexdigest()
