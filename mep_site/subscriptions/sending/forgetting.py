"""What is not needed any more is deleted, whether or not anybody asks for it."""

from ..models import AskingTrace, PromisedPublication, Subscriber, Subscription


def forget_what_is_over() -> None:
    """Delete what was never confirmed, addresses that follow nothing, and what was told."""
    Subscription.objects.unconfirmed_for_long().delete()
    for subscriber in Subscriber.objects.filter(subscriptions=None):
        subscriber.forget_if_unused()
    PromisedPublication.objects.over().delete()
    AskingTrace.forget_old()


def forget_address(email: str) -> bool:
    """Delete an address with all that is known of it; whether there was any."""
    subscriber = Subscriber.objects.filter(email__iexact=email).first()
    if subscriber:
        subscriber.forget()
    return subscriber is not None
