"""How many mails to colleagues wait for a mail server."""

from mep_site.observability.metrics.asking import looked_up

from .models import DigestMail


@looked_up("mep_digest_mails_waiting", "Mails to colleagues that no mail server has taken.")
def _waiting() -> int:
    return DigestMail.objects.waiting().count()
