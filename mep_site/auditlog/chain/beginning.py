"""The first record: from which entry of Wagtail's log on the audit log is complete."""

import json
from typing import Any

from django.db import transaction
from django.db.models import Max

from ..log_entries import KINDS
from ..models import AuditRecord
from ..recording import record_event

BEGINNING = "auditlog.begin"


def begin_chain() -> None:
    """Write the first record, unless there is one; older entries of the log stay what they are."""
    with transaction.atomic():
        if not AuditRecord.objects.exists():
            record_event(BEGINNING, details={"after": _newest_entries()})


def first_unrecorded() -> dict[str, int]:
    """For each of Wagtail's logs the number of its newest entry when the chain began."""
    first = AuditRecord.objects.filter(action=BEGINNING).order_by("pk").first()
    return json.loads(first.content).get("after", {}) if first else {}


def _newest_entries() -> dict[str, Any]:
    return {
        word: model.objects.aggregate(newest=Max("pk"))["newest"] or 0
        for model, word in KINDS.items()
    }
