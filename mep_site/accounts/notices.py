"""What users are told of changes in what they sign in with: in the admin, and by mail.

By the names that django-allauth has for its own templates; of what is not here nothing is said.
"""

import logging
from dataclasses import dataclass
from smtplib import SMTPException
from threading import Thread
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from mep_site.visitors.mail import can_send_mail

logger = logging.getLogger(__name__)

MESSAGES = {
    "mfa/messages/totp_activated.txt": _("Codes of your app are asked for from now on."),
    "mfa/messages/totp_deactivated.txt": _("The app has been removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey has been added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey has been removed."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
}


@dataclass(frozen=True)
class Notice:
    """A mail about a change that somebody else may have made: its subject and first sentence."""

    subject: Promise
    what: Promise


NOTICES = {
    "mfa/email/totp_activated": Notice(
        _("A second factor was set up"),
        _("For your account an app that shows codes was set up as a second factor."),
    ),
    "mfa/email/totp_deactivated": Notice(
        _("A second factor was removed"),
        _("The app that shows codes was removed from your account."),
    ),
    "mfa/email/webauthn_added": Notice(
        _("A passkey was added"), _("A passkey was added to your account.")
    ),
    "mfa/email/webauthn_removed": Notice(
        _("A passkey was removed"), _("A passkey was removed from your account.")
    ),
    "mfa/email/recovery_codes_generated": Notice(
        _("New recovery codes were made"),
        _(
            "New recovery codes were made for your account. Those from before are not accepted any "
            "more."
        ),
    ),
}
RESET = Notice(
    _("Your second factor was reset"),
    _(
        "Whoever runs the site has removed the second factors of your account, and you are signed "
        "out everywhere. Set up a new one when you sign in next."
    ),
)


def tell(user: AbstractBaseUser, notice: Notice, **origin: Any) -> None:
    """Send a notice in the user's language.

    ``origin`` says from where somebody made the change: ``ip`` and ``user_agent``.
    """
    if not (user.email and can_send_mail()):
        return
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        facts = {"what": notice.what, "timestamp": timezone.now(), **origin}
        body = render_to_string("accounts/notice.txt", facts).strip() + "\n"
        message = EmailMessage(str(notice.subject), body, to=[user.email])
    send_beside(message)


def send_beside(message: EmailMessage) -> None:
    """Send a mail while whoever caused it goes on: they must neither wait for it nor time it."""
    Thread(target=_send, args=[message]).start()


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except (SMTPException, OSError) as error:
        logger.error("A mail about signing in was not sent: %s", type(error).__name__)
