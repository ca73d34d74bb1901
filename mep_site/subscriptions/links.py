"""The signed addresses in mails, which stand for an account that nobody needs."""

from uuid import UUID

from django.core import signing
from django.http import Http404
from django.urls import reverse
from django.utils import translation

from mep_site.mailing.letters import absolute

from .models import CONFIRM_WITHIN, Subscriber, Subscription

CONFIRM = "mep_site.subscriptions.confirm"
STOP = signing.Signer(salt="mep_site.subscriptions.stop")
MANAGE = signing.Signer(salt="mep_site.subscriptions.manage")


def confirm_link(subscription: Subscription, frequency: str) -> str:
    """Where the owner of an address says that they want this, so often."""
    token = signing.dumps([subscription.key.hex, frequency], salt=CONFIRM)
    return _link("follow_confirm", token, subscription.language)


def stop_link(subscription: Subscription) -> str:
    """Where one subscription is ended."""
    return _link("follow_stop", STOP.sign(subscription.key.hex), subscription.language)


def manage_link(subscriber: Subscriber, language_code: str) -> str:
    """Where all subscriptions of an address are seen, changed and ended."""
    return absolute(manage_address(subscriber, language_code))


def manage_address(subscriber: Subscriber, language_code: str) -> str:
    """The same on the host that the visitor is on."""
    with translation.override(language_code):
        return reverse("follow_manage", args=[MANAGE.sign(subscriber.key.hex)])


def asked_by(token: str) -> tuple[UUID, str] | None:
    """Which subscription is confirmed and how often; ``None`` if it is too late.

    ``Http404`` for what the site has not signed.
    """
    try:
        key, frequency = signing.loads(token, salt=CONFIRM, max_age=CONFIRM_WITHIN)
    except signing.SignatureExpired:
        return None
    except signing.BadSignature as error:
        raise Http404 from error
    return UUID(key), frequency


def signed_key(signer: signing.Signer, token: str) -> UUID:
    """The key in a link that does not expire; ``Http404`` for what the site has not signed."""
    try:
        return UUID(signer.unsign(token))
    except signing.BadSignature as error:
        raise Http404 from error


def _link(view: str, token: str, language_code: str) -> str:
    with translation.override(language_code):
        return absolute(reverse(view, args=[token]))
