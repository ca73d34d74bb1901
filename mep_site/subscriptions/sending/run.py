"""One run of the command that sends what is new; see the package for how the parts divide it."""

from django.utils import timezone

from mep_site.mailing.delivering import Delivery, Sent

from ..letters.news import news_letter
from ..models import OutgoingMail
from .forgetting import forget_what_is_over
from .promising import promise_what_is_due


def send_subscriptions() -> Sent:
    """Tell all subscribers what is due; what another run has left undone is done first.

    ``OSError`` if the mail server cannot be reached; nothing is lost then.
    """
    delivery = Delivery(OutgoingMail, news_letter, "subscription__subscriber")
    forget_what_is_over()
    delivery.report_unanswered()
    promise_what_is_due(timezone.now())
    delivery.send_waiting()
    forget_what_is_over()
    return delivery.sent
