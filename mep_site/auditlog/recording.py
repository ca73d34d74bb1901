"""Writes records; the database links them to the chain when the transaction ends."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django_guid import get_guid
from wagtail.log_actions import get_active_log_context

from .models import AuditRecord
from .people import person_of


def record_event(action: str, user: AbstractBaseUser | None = None, **said: Any) -> AuditRecord:
    """Record that something was done, in the transaction that does it; for what see below."""
    record = unsaved_record(action, user, **said)
    record.save(force_insert=True)
    return record


def unsaved_record(  # noqa: PLR0913 - what a record says
    action: str,
    user: AbstractBaseUser | None = None,
    *,
    subject: Mapping[str, Any] | None = None,
    languages: Sequence[str] = (),
    at: datetime | None = None,
    entry: str | None = None,
    details: Mapping[str, Any] | None = None,
) -> AuditRecord:
    """What is to be recorded.

    ``user`` is who did it, else whoever the request is from. ``subject`` is what it was done to;
    ``details`` holds no names of people but digests, as both stay for good.
    """
    user = user or get_active_log_context().user
    content = canonical_record(
        {
            "action": action,
            "at": utc_stamp(at or timezone.now()),
            "by": person_of(user).digest if user and user.pk else None,
            "languages": list(languages),
            "entry": entry,
            "object": subject,
            "request": get_guid(),
            **(details or {}),
        }
    )
    return AuditRecord(content=content, **repeated_columns(json.loads(content)))


def canonical_record(said: Mapping[str, Any]) -> str:
    """The one way to write a record: keys in order, no blanks, nothing that is empty."""
    kept = {name: value for name, value in said.items() if value not in (None, "", [], {})}
    return json.dumps(
        kept, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def repeated_columns(said: Mapping[str, Any]) -> dict[str, Any]:
    """What the columns beside the content repeat of it."""
    return {
        "at": datetime.fromisoformat(said["at"]),
        "action": said["action"],
        "language": said["languages"][0] if len(said.get("languages", ())) == 1 else "",
        "person_id": said.get("by"),
        "entry": said.get("entry"),
    }


def utc_stamp(moment: datetime) -> str:
    """A moment in UTC to the microsecond, as ISO 8601."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
