"""Gives a mail to the mail server so that it can never be given twice.

SMTP has no transaction: a client that is killed after the last line does not know whether the
server has taken the mail. What must be remembered is therefore written between the text and its
last line, a dot, without which a server throws the text away (RFC 5321, 4.1.1.4). A process that
dies before has sent nothing; one that dies after is not repeated. Between the two there are some
millionths of a second, in which a mail can be lost, and never doubled.
"""

import re
from collections.abc import Callable
from email.utils import parseaddr
from smtplib import SMTP, SMTPResponseException

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

OK, START_INPUT = 250, 354


class TakenElsewhereError(Exception):
    """Another run of the command has handed the mail over."""


def hand_over(backend: BaseEmailBackend, message: EmailMessage, claim: Callable[[], bool]) -> None:
    """Send a message to its one recipient, by a backend that is open.

    ``claim`` is called when nothing is left but the last line; the message goes out if it is true,
    else :class:`TakenElsewhereError`. ``SMTPResponseException`` if the server refuses the message,
    another ``OSError`` if it is not heard any more. A backend without a mail server, as
    of a test, takes the message whole.
    """
    if isinstance(backend, EmailBackend):
        _hand_over_by_smtp(backend.connection, message, claim)
    elif claim():
        backend.send_messages([message])
    else:
        raise TakenElsewhereError


def _hand_over_by_smtp(smtp: SMTP, message: EmailMessage, claim: Callable[[], bool]) -> None:
    [recipient] = message.to
    smtp.ehlo_or_helo_if_needed()
    _expect(OK, smtp.mail(_bare(message.from_email)))
    _expect(OK, smtp.rcpt(_bare(recipient)))
    _expect(START_INPUT, smtp.docmd("DATA"))
    smtp.send(_lines(message))
    if not claim():
        # Without its last line the message does not exist.
        smtp.close()
        raise TakenElsewhereError
    _expect(OK, smtp.docmd("."))


def _lines(message: EmailMessage) -> bytes:
    """The message as it goes over the line, with dots at the beginning of lines doubled."""
    text = message.message().as_bytes(linesep="\r\n")
    text = text if text.endswith(b"\r\n") else text + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", text)


def _bare(address: str) -> str:
    """The address without the name before it, in ASCII."""
    return parseaddr(sanitize_address(address, "utf-8"))[1]


def _expect(code: int, reply: tuple[int, bytes]) -> None:
    if reply[0] != code:
        raise SMTPResponseException(*reply)
