"""Who follows what in these tests."""

from datetime import timedelta

from django.core import mail
from django.utils import timezone

from mep_site.subscriptions.models import Subscriber, Subscription
from mep_site.subscriptions.sending.run import send_subscriptions

AT_ONCE = Subscription.Frequency.AT_ONCE
Kind = Subscription.Kind


def follow(email="reader@example.org", code="en", frequency=AT_ONCE, **subject):
    """A confirmed subscription; to a page or to a list, as the page is, unless a kind is given."""
    if "page" in subject:
        subject.setdefault("kind", Kind.LIST if subject["page"].has_feed else Kind.PAGE)
    else:
        subject["kind"] = Kind.TOPIC
    subscriber, _ = Subscriber.objects.get_or_create(email=email)
    made = Subscription.objects.create(
        subscriber=subscriber, language=code, frequency=frequency, **subject
    )
    made.confirm(frequency, timezone.now())
    return made


def follow_since(days, **who):
    """The same, for so many days already: what is published is new to this subscriber."""
    made = follow(**who)
    long_ago = timezone.now() - timedelta(days=days)
    Subscription.objects.filter(pk=made.pk).update(told_until=long_ago, confirmed_at=long_ago)
    return made


def sent_now():
    """Run the command's work; returns the mails that went out, as Django kept them."""
    mail.outbox = []
    send_subscriptions()
    return mail.outbox


def subjects_now():
    return [message.subject for message in sent_now()]
