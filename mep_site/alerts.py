"""Tells those in ``ADMINS`` of failures by e-mail, of each kind once an hour."""

import logging
import sys
from hashlib import sha256
from threading import Thread
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.core.mail import mail_admins

PAUSE = 60 * 60
# What the threads are called that mail.
MAILING = "alerts"


class AlertHandler(logging.Handler):
    """Mails what is logged, as the log has it; of the request nothing else is told.

    The cache ``alerts`` remembers what was told for all processes on the machine. A process that
    ends waits for its mail, and nobody else waits for the mail server.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if caches["alerts"].add(kind(record), True, PAUSE):
                subject = f"{_host()}: {record.levelname} in {record.name}"
                Thread(target=_mail, name=MAILING, args=(subject, self.format(record))).start()
        except Exception:
            self.handleError(record)


def kind(record: logging.LogRecord) -> str:
    """A name for all records that say the same: by their words and their place in the code."""
    traceback = record.exc_info[2] if record.exc_info else None
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    place = f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}" if traceback else ""
    return sha256(f"{record.name} {record.msg} {place}".encode()).hexdigest()


def _host() -> str | None:
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname


def _mail(subject: str, text: str) -> None:
    try:
        mail_admins(subject, f"{text}\n\nThe same failure is not mailed again within an hour.")
    except OSError as error:
        sys.stderr.write(f"No mail to ADMINS about {subject}: {type(error).__name__}\n")
