"""Changes the base as a file of terms asks for, wholly or not at all."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from mep_site.auditlog.log_entries import record_log_entries

from ..models import ApprovedTerm, TermBaseVersion, TermRendering
from .comparing import ImportPlan, TermChange, plan_import
from .listed import ListedTerm

CREATED, EDITED = "wagtail.create", "wagtail.edit"
FIELDS = ("kind", "definition", "source", "note", "valid_from", "valid_until", "changed_at")


def take_over(
    terms: Iterable[ListedTerm], user: AbstractBaseUser | None = None, expected: str = ""
) -> ImportPlan:
    """Write the terms; returns what has changed.

    If that would be something else than ``expected``, the fingerprint of a plan, nothing is
    written: the base was changed since the plan was shown.
    """
    with transaction.atomic():
        # Two imports wait for each other, because both write this row.
        TermBaseVersion.renew()
        plan = plan_import(terms)
        if not expected or plan.fingerprint == expected:
            _write(plan, user)
    return plan


def _write(plan: ImportPlan, user: AbstractBaseUser | None) -> None:
    wanted = {change.term.chinese for change in plan.changed}
    stored = {term.chinese: term for term in ApprovedTerm.objects.all() if term.chinese in wanted}
    new = [_filled(ApprovedTerm(), change.term) for change in plan.added]
    old = [_filled(stored[change.term.chinese], change.term) for change in plan.changed]
    new = ApprovedTerm.objects.bulk_create(new, batch_size=500)
    ApprovedTerm.objects.bulk_update(old, FIELDS, batch_size=100)
    for start in range(0, len(old), 500):
        TermRendering.objects.filter(term__in=old[start : start + 500]).delete()
    both = zip([*new, *old], plan.changes, strict=True)
    TermRendering.objects.bulk_create(
        [each for term, change in both for each in _renderings(term, change)], batch_size=500
    )
    _log([(CREATED, term) for term in new] + [(EDITED, term) for term in old], user)


def _filled(term: ApprovedTerm, listed: ListedTerm) -> ApprovedTerm:
    term.chinese, term.kind = listed.chinese, str(listed.kind)
    term.definition, term.source, term.note = listed.definition, listed.source, listed.note
    term.valid_from, term.valid_until = listed.period.first, listed.period.last
    term.changed_at = timezone.now()
    return term


def _renderings(term: ApprovedTerm, change: TermChange) -> list[TermRendering]:
    statuses = TermRendering.Status
    return [
        TermRendering(
            term_id=term.pk,
            sort_order=order,
            language=each.language,
            text=each.text,
            status=statuses.FORBIDDEN if each.is_forbidden else statuses.APPROVED,
            source=each.source,
            valid_from=each.period.first,
            valid_until=each.period.last,
        )
        for order, each in enumerate(change.term.renderings)
    ]


def _log(done: list[tuple[str, ApprovedTerm]], user: AbstractBaseUser | None) -> None:
    """What the logs would say of each term, in few queries."""
    common: dict[str, Any] = {
        "content_type": ContentType.objects.get_for_model(ApprovedTerm),
        "timestamp": timezone.now(),
        "uuid": uuid.uuid4(),
        "user": user,
        "content_changed": True,
    }
    entries = ModelLogEntry.objects.bulk_create(
        [
            ModelLogEntry(object_id=str(term.pk), label=str(term), action=action, **common)
            for action, term in done
        ],
        batch_size=500,
    )
    record_log_entries(entries)
