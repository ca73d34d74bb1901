"""How many mails one network can have sent, and how many are sent to one address.

Whoever is asked at an address that others have misused must not be flooded; see
:class:`mep_site.visitors.traces.Trace`.
"""

from .models import AskingTrace

MAILS_PER_NETWORK = 20
MAILS_PER_ADDRESS = 5


def may_ask(network: str) -> bool:
    """Whether this network may have one more mail sent today; it counts if it may."""
    return AskingTrace.admit(f"network {network}", MAILS_PER_NETWORK)


def may_be_asked(email: str) -> bool:
    """Whether one more mail may be sent to this address today; it counts if it may."""
    return AskingTrace.admit(f"address {email.lower()}", MAILS_PER_ADDRESS)
