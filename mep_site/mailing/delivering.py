"""Hands over all mails of a kind that wait, whatever another process does meanwhile."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from .handing_over import TakenElsewhereError, hand_over
from .outgoing import Outgoing

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

    def __str__(self) -> str:
        return (
            f"{self.taken} mails sent, {self.refused} refused, {self.given_up} given up, "
            f"{self.unknown} of which it is not known whether they were taken."
        )


class Delivery:
    """One run over the mails of a model.

    ``letter`` writes a mail as it reads at this moment, or is ``None`` if nothing is left to tell;
    ``related`` is what it needs to know of the row.
    """

    def __init__(
        self,
        model: type[Outgoing],
        letter: Callable[[Outgoing], EmailMessage | None],
        related: str,
    ) -> None:
        self._model, self._letter, self._related = model, letter, related
        self.sent = Sent()

    def report_unanswered(self) -> None:
        """Name the mails of which it will never be known whether a server has taken them."""
        long_ago = timezone.now() - ANSWERED_WITHIN
        for mail in self._model.objects.unanswered().filter(handed_over_at__lt=long_ago):
            logger.warning("It is not known whether the mail %s was taken.", mail.name)
            mail.finish()
            self.sent.unknown += 1

    def send_waiting(self) -> None:
        """Hand over what waits, in any order, so that two runs at once seldom meet.

        ``OSError`` if the mail server cannot be reached; nothing is lost then.
        """
        keys = list(self._model.objects.waiting().order_by("?").values_list("pk", flat=True))
        if not keys:
            return
        backend = get_connection()
        try:
            for key in keys:
                self._send(key, backend)
        finally:
            backend.close()

    def _send(self, key: int, backend: BaseEmailBackend) -> None:
        """Hand over one mail, if it still waits and there is still something to tell."""
        mails = self._model.objects.waiting().select_related(self._related)
        mail = mails.filter(pk=key).first()
        if mail is None:
            return
        letter = self._letter(mail)
        if letter is None:
            mail.finish()
            return
        backend.open()
        try:
            hand_over(backend, letter, mail.claim_handover)
        except TakenElsewhereError:
            backend.connection = None
        except SMTPResponseException as error:
            self._note_refusal(mail, error)
            backend.close()
        except (SMTPException, OSError) as error:
            logger.error("The mail server was not heard any more: %s", type(error).__name__)
            backend.connection = None
        else:
            mail.finish()
            self.sent.taken += 1

    def _note_refusal(self, mail: Outgoing, error: SMTPResponseException) -> None:
        """Let the mail wait for the next run; give it up after some days."""
        # What the server says may hold the address.
        logger.error("The mail %s was refused: %s", mail.name, error.smtp_code)
        self.sent.refused += 1
        if mail.promised_at < timezone.now() - GIVE_UP_AFTER:
            mail.finish()
            self.sent.given_up += 1
        else:
            mail.take_back()
