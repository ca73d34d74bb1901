"""One run of the command that sends what is new; see the package for how the parts divide it."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from ..letters.news import news_letter
from ..models import OutgoingMail
from .forgetting import forget_what_is_over
from .handing_over import TakenElsewhereError, hand_over
from .promising import promise_what_is_due

logger = logging.getLogger(__name__)

# A mail that no server has taken for so long is given up.
GIVE_UP_AFTER = timedelta(days=3)
# Longer than a mail server may take for its answer.
ANSWERED_WITHIN = timedelta(minutes=15)


@dataclass
class Sent:
    """What a run has done: mails that were taken, refused, given up, and those of unknown fate."""

    taken: int = 0
    refused: int = 0
    given_up: int = 0
    unknown: int = 0


def send_subscriptions() -> Sent:
    """Tell all subscribers what is due; what another run has left undone is done first.

    ``OSError`` if the mail server cannot be reached; nothing is lost then.
    """
    sent = Sent()
    forget_what_is_over()
    _report_unanswered(sent)
    promise_what_is_due(timezone.now())
    if OutgoingMail.objects.waiting().exists():
        _send_waiting(sent)
    forget_what_is_over()
    return sent


def _report_unanswered(sent: Sent) -> None:
    """Name the mails of which it will never be known whether a server has taken them."""
    long_ago = timezone.now() - ANSWERED_WITHIN
    for mail in OutgoingMail.objects.unanswered().filter(handed_over_at__lt=long_ago):
        logger.warning("It is not known whether the mail %s was taken.", mail.name)
        mail.finish()
        sent.unknown += 1


def _send_waiting(sent: Sent) -> None:
    """Hand over what waits, in any order, so that two runs at once seldom meet."""
    backend = get_connection()
    keys = OutgoingMail.objects.waiting().order_by("?").values_list("pk", flat=True)
    try:
        for key in list(keys):
            _send(key, backend, sent)
    finally:
        backend.close()


def _send(key: int, backend: BaseEmailBackend, sent: Sent) -> None:
    """Hand over one mail, if it still waits and there is still something to tell."""
    mails = OutgoingMail.objects.waiting().select_related("subscription__subscriber")
    mail = mails.filter(pk=key).first()
    if mail is None:
        return
    letter = news_letter(mail)
    if letter is None:
        mail.finish()
        return
    backend.open()
    try:
        hand_over(backend, letter, mail.claim_handover)
    except TakenElsewhereError:
        backend.connection = None
    except SMTPResponseException as error:
        _note_refusal(mail, error, sent)
        backend.close()
    except (SMTPException, OSError) as error:
        logger.error("The mail server was not heard any more: %s", type(error).__name__)
        backend.connection = None
    else:
        mail.finish()
        sent.taken += 1


def _note_refusal(mail: OutgoingMail, error: SMTPResponseException, sent: Sent) -> None:
    """Let the mail wait for the next run; give it up after some days."""
    # What the server says may hold the address.
    logger.error("The mail %s was refused: %s", mail.name, error.smtp_code)
    sent.refused += 1
    if mail.promised_at < timezone.now() - GIVE_UP_AFTER:
        mail.finish()
        sent.given_up += 1
    else:
        mail.take_back()
