"""How many reports one network may send, counted where all processes of the site see it."""

from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import SenderTrace

REPORTS_PER_WINDOW = 10
WINDOW = timedelta(hours=1)


def network_of(request: HttpRequest) -> str:
    """The network that a request comes from; for IPv6 what one customer has, a /64.

    Each proxy in front appends the address that it was asked from to ``X-Forwarded-For``. What
    stands before those is what the visitor claims, and counts for nothing.
    """
    hops = [request.META.get("REMOTE_ADDR", "")]
    hops = [*request.headers.get("X-Forwarded-For", "").split(","), *hops]
    trusted = min(settings.TRUSTED_PROXIES, len(hops) - 1)
    try:
        address = ip_address(hops[-1 - trusted].strip())
    except ValueError:
        return ""
    return str(ip_network((address, 64 if address.version == 6 else 32), strict=False))


def may_send(network: str) -> bool:
    """Whether one more report from this network is accepted now; it counts if it is.

    Written before it is counted, so that reports at the same moment cannot pass each other.
    """
    trace = SenderTrace.objects.create(network=_hash(network))
    start = trace.at - WINDOW
    is_allowed = (
        SenderTrace.objects.filter(network=trace.network, at__gt=start).count()
        <= REPORTS_PER_WINDOW
    )
    if not is_allowed:
        trace.delete()
    forget_traces()
    return is_allowed


def forget_traces() -> int:
    """Delete the traces that do not count any more; returns how many."""
    return SenderTrace.objects.filter(at__lte=timezone.now() - WINDOW).delete()[0]


def _hash(network: str) -> str:
    return salted_hmac("mep_site.feedback.limits", network, algorithm="sha256").hexdigest()
