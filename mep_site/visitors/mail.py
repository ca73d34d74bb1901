"""Whether the site can send mail at all."""

from django.conf import settings

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


def can_send_mail() -> bool:
    """Whether the site has a mail server; without one nobody is asked for an address."""
    return settings.EMAIL_BACKEND != NO_MAIL
