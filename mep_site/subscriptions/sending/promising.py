"""Who is to be told what: written down before anything is sent, so that it is told once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Greatest

from mep_site.translations.models import Edition

from ..models import OutgoingMail, PromisedPublication, Subscription
from ..subjects import news_of
from ..times import LATECOMERS, next_due

SUBJECT = ("kind", "page_id", "topic_id", "filters", "language")
# Where something is followed in two ways, the narrower one tells it.
NARROWEST_FIRST = [
    Subscription.Kind.TRANSLATION,
    Subscription.Kind.PAGE,
    Subscription.Kind.TOPIC,
    Subscription.Kind.LIST,
]


def promise_what_is_due(now: datetime) -> int:
    """Make the mails that are due at a moment; returns how many.

    What is new of a subject is asked for once, however many follow it.
    """
    due = Subscription.objects.due(now).select_related("subscriber", "page", "topic")
    return sum(
        _promise_to_all(same, now)
        for kind in NARROWEST_FIRST
        for same in _by_subject(due.filter(kind=kind))
    )


def _promise_to_all(same: list[Subscription], now: datetime) -> int:
    promised = sum(promise(each, news, now) for each, news in _news_for(same) if news)
    _note_looked_at(same[0], now)
    return promised


def _by_subject(subscriptions: Iterable[Subscription]) -> Iterable[list[Subscription]]:
    """The subscriptions that ask for the same in the same language."""
    groups = defaultdict(list)
    for each in subscriptions:
        groups[tuple(getattr(each, name) for name in SUBJECT)].append(each)
    return groups.values()


def _news_for(same: list[Subscription]) -> Iterable[tuple[Subscription, list[Edition]]]:
    """Each of the subscriptions with what is new for it."""
    news = list(news_of(same[0], min(each.told_until for each in same)))
    for each in same:
        is_new = each.ends_with_first_mail
        yield each, [found for found in news if is_new or found.published > each.told_until]


def promise(subscription: Subscription, editions: list[Edition], now: datetime) -> bool:
    """Promise a mail with those of the editions that were not promised yet; whether there are any.

    The row of the subscriber is locked meanwhile, so that two runs cannot promise the same, and
    nothing is promised to who ends the subscription at this moment.
    """
    with transaction.atomic():
        subscription.subscriber.lock()
        if not Subscription.objects.due(now).filter(pk=subscription.pk).exists():
            return False
        wanted = _not_promised(subscription, editions)
        if wanted:
            _write(subscription, wanted)
        elif subscription.ends_with_first_mail:
            # Another subscription has told it.
            subscription.end()
    return bool(wanted)


def _write(subscription: Subscription, editions: list[Edition]) -> None:
    if subscription.ends_with_first_mail:
        Subscription.objects.filter(pk=subscription.pk).update(due_at=None)
    mail = OutgoingMail.objects.create(subscription=subscription)
    PromisedPublication.objects.bulk_create(
        PromisedPublication(
            subscriber_id=subscription.subscriber_id,
            edition=each,
            published_at=each.published,
            mail=mail,
        )
        for each in editions
    )


def _not_promised(subscription: Subscription, editions: list[Edition]) -> list[Edition]:
    """Those of the editions that the subscriber will not be told of anyway."""
    promised = PromisedPublication.objects.filter(subscriber=subscription.subscriber_id)
    known = set(promised.filter(edition__in=editions).values_list("edition_id", "published_at"))
    return [each for each in editions if (each.pk, each.published) not in known]


def _note_looked_at(subject: Subscription, now: datetime) -> None:
    """Remember of all who follow a subject until when they are told, and when to look again.

    A little less than until now: a transaction that began before may yet come to its end.
    """
    followers = Subscription.objects.due(now).filter(
        **{name: getattr(subject, name) for name in SUBJECT}
    )
    for frequency in Subscription.Frequency:
        followers.filter(frequency=frequency).update(
            told_until=Greatest("told_until", Value(now - LATECOMERS)),
            due_at=next_due(frequency, now),
        )
