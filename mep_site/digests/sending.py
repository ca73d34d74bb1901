"""One run of the command that tells colleagues what waits for them."""

from django.utils import timezone

from mep_site.mailing.delivering import Delivery, Sent

from .letters import letter_to_colleague
from .models import DigestMail
from .promising import promise_digests, promise_occasions


def send_digests() -> Sent:
    """Send what is due; what another run has left undone is done as well.

    ``OSError`` if the mail server cannot be reached; nothing is lost then.
    """
    delivery = Delivery(DigestMail, letter_to_colleague, "user")
    delivery.report_unanswered()
    promise_occasions(timezone.now())
    promise_digests(timezone.now())
    delivery.send_waiting()
    DigestMail.objects.forgettable().delete()
    return delivery.sent
