"""Takes the names of a person out of the audit log; what was done stays, by somebody unnamed."""

from django.db import transaction

from .people import people_of_account
from .recording import record_event

ERASURE = "auditlog.erase"


def erase_person(username: str) -> int:
    """Erase all names of an account from the log, and record that; how many there were."""
    with transaction.atomic():
        people = people_of_account(username)
        digests = sorted(people.values_list("digest", flat=True))
        if digests:
            people.update(account="", salt="", username="", name="")
            record_event(ERASURE, details={"people": digests})
    return len(digests)
