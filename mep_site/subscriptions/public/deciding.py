"""Where the owner of an address confirms, changes and ends what they follow.

Opening a link shows what it is about, and nothing else happens: programs that look through mail
open links. Only sending the form on that page does something.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from ..links import MANAGE, STOP, asked_by, manage_address, signed_key
from ..models import Subscriber, Subscription
from ..subjects import subject_context
from ..times import next_due
from .asking import open_to_all
from .forms import FrequencyForm


@open_to_all
def confirm_subscription(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether somebody wants what their address was entered for, and note it if they do."""
    asked = asked_by(token)
    subscription = asked and _subscription(asked[0])
    if not subscription:
        return render(request, "subscriptions/expired.html", status=410)
    frequency = asked[1]
    context = {
        **subject_context(subscription),
        "frequency": Subscription.Frequency(frequency),
        "manage": manage_address(subscription.subscriber, subscription.language),
    }
    if request.method == "POST":
        subscription.confirm(frequency, next_due(frequency, timezone.now()))
        return render(request, "subscriptions/confirmed.html", context)
    return render(request, "subscriptions/confirm.html", context)


@open_to_all
def stop_subscription(request: HttpRequest, token: str) -> HttpResponse:
    """End one subscription: a form for people, and one click for mail programs (RFC 8058)."""
    subscription = _subscription(signed_key(STOP, token))
    if subscription and request.method != "POST":
        return render(request, "subscriptions/stop.html", subject_context(subscription))
    if subscription:
        subscription.end()
    return render(request, "subscriptions/stopped.html")


@open_to_all
def manage_subscriptions(request: HttpRequest, token: str) -> HttpResponse:
    """Show what an address follows, and change or end it."""
    subscriber = Subscriber.objects.filter(key=signed_key(MANAGE, token)).first()
    if not subscriber:
        return render(request, "subscriptions/stopped.html")
    if request.method == "POST":
        _change(request, subscriber)
        return HttpResponseRedirect(request.path)
    followed = subscriber.subscriptions.confirmed().select_related("page", "topic")
    context = {
        "subscriber": subscriber,
        "followed": [{**subject_context(each), "form": _frequency_form(each)} for each in followed],
    }
    return render(request, "subscriptions/manage.html", context)


def _change(request: HttpRequest, subscriber: Subscriber) -> None:
    """Do what a button of the page says; what is gone or makes no sense changes nothing."""
    own = subscriber.subscriptions.confirmed()
    if "stop_all" in request.POST:
        subscriber.forget()
        return
    key = request.POST.get("subscription", "")
    subscription = next((each for each in own if each.key.hex == key), None)
    if subscription and "stop" in request.POST:
        subscription.end()
    elif subscription:
        form = FrequencyForm(request.POST)
        if form.is_valid():
            frequency = form.cleaned_data["frequency"]
            subscription.confirm(frequency, next_due(frequency, timezone.now()))


def _subscription(key: UUID) -> Subscription | None:
    found = Subscription.objects.filter(key=key)
    return found.select_related("subscriber", "page", "topic").first()


def _frequency_form(subscription: Subscription) -> FrequencyForm | None:
    """How often it is told, if there is anything to choose."""
    if subscription.ends_with_first_mail:
        return None
    initial = {"frequency": subscription.frequency}
    return FrequencyForm(initial=initial, auto_id=f"id_{subscription.pk}_%s")
