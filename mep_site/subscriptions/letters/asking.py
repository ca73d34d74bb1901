"""The mails that are answers: what is to be confirmed, and where one's subscriptions are."""

from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _

from mep_site.mailing.letters import absolute, letter

from ..links import confirm_link, manage_link
from ..models import CONFIRM_WITHIN, Subscriber, Subscription
from ..subjects import address_of, name_of

NO_HEADERS: dict[str, str] = {}


def confirmation_letter(subscription: Subscription, frequency: str) -> EmailMultiAlternatives:
    """Ask the owner of an address whether they want this, so often.

    Who follows it already is asked the same: the link then changes how often.
    """
    with translation.override(subscription.language):
        context = {
            "name": name_of(subscription),
            "subscription": subscription,
            "frequency": Subscription.Frequency(frequency),
            "url": absolute(address_of(subscription)),
            "confirm": confirm_link(subscription, frequency),
            "days": CONFIRM_WITHIN.days,
        }
        title = _("Please confirm your subscription")
        return letter(
            "subscriptions/mail/confirm", title, subscription.subscriber.email, context, NO_HEADERS
        )


def access_letter(
    email: str, subscriber: Subscriber | None, language_code: str
) -> EmailMultiAlternatives:
    """Lead the owner of an address to their subscriptions, or say that there are none.

    A mail goes out in either case: the site itself tells nobody whether it knows an address.
    """
    with translation.override(language_code):
        manage = manage_link(subscriber, language_code) if subscriber else ""
        return letter(
            "subscriptions/mail/access",
            _("Your subscriptions"),
            email,
            {"manage": manage},
            NO_HEADERS,
        )
