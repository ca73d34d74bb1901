"""The answer that a reporter gets by e-mail, in the language of the report."""

import logging
from smtplib import SMTPException
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from mep_site.visitors.mail import can_send_mail

from .models import ErrorReport

logger = logging.getLogger(__name__)


def send_answer(report: ErrorReport) -> bool:
    """Send the answer to the reporter; whether the mail server took it.

    The report remembers when. An answer that was not taken can be sent again.
    """
    if not can_send_mail():
        return False
    with translation.override(report.language):
        message = EmailMessage(_subject(report), _body(report), to=[report.email])
    try:
        message.send()
    except (SMTPException, OSError, ValueError) as error:
        # The error itself may hold the address.
        logger.error(
            "The answer to report %s was not sent: %s", report.reference, type(error).__name__
        )
        return False
    report.answered_at = timezone.now()
    report.save(update_fields=["answered_at"])
    return True


def _subject(report: ErrorReport) -> str:
    return _("Your error report %(reference)s") % {"reference": report.reference}


def _body(report: ErrorReport) -> str:
    url = urljoin(settings.WAGTAILADMIN_BASE_URL, report.address)
    parts = [
        _("You reported an error on this page: %(url)s") % {"url": url},
        report.answer,
        _("This is what you wrote:"),
        "\n".join(f"> {line}" for line in report.message.splitlines()),
    ]
    return "\n\n".join(parts) + "\n"
