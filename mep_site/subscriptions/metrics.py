"""How many mails to subscribers wait for a mail server."""

from mep_site.observability.metrics.asking import looked_up

from .models import OutgoingMail


@looked_up("mep_subscription_mails_waiting", "Mails to subscribers that no mail server has taken.")
def _waiting() -> int:
    return OutgoingMail.objects.waiting().count()
