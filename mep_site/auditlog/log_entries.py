"""Records of what Wagtail's own log says, which anybody with access to the database can edit."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.models.audit_log import BaseLogEntry

from .models import AuditRecord
from .people import person_named
from .recording import unsaved_record

KINDS: dict[type[BaseLogEntry], str] = {PageLogEntry: "page", ModelLogEntry: "model"}
# Work on drafts, which no visitor ever sees: a line each time that a form saves itself. A record of
# their publication says who made what is published.
DRAFTS = frozenset(
    {
        "wagtail.edit",
        "wagtail.revert",
        "translations.set_aside",
        "wagtail.comments.create",
        "wagtail.comments.edit",
        "wagtail.comments.delete",
        "wagtail.comments.resolve",
        "wagtail.comments.create_reply",
        "wagtail.comments.edit_reply",
        "wagtail.comments.delete_reply",
    }
)
# What people write to each other has no place in what is kept for good.
FREE_TEXT = frozenset({"comment", "comments"})


def is_recorded(entry: BaseLogEntry) -> bool:
    """Whether the audit log has it as well: all but work on the drafts of pages."""
    return not (isinstance(entry, PageLogEntry) and entry.action in DRAFTS)


def record_log_entry(
    sender: type[Model], instance: BaseLogEntry, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """After a log entry was stored: record it, in the same transaction."""
    if created and not raw:
        record_log_entries([instance])


def record_log_entries(entries: Iterable[BaseLogEntry], **details: Any) -> None:
    """Record what log entries say, with more to say about how they come to be recorded.

    For those that were stored together, of which Django sends no signal.
    """
    AuditRecord.objects.bulk_create(
        [_record(entry, details) for entry in entries if is_recorded(entry)]
    )


def _record(entry: BaseLogEntry, details: Mapping[str, Any]) -> AuditRecord:
    data = dict(entry.data)
    return unsaved_record(
        entry.action,
        entry.user,
        subject=_subject(entry),
        languages=data.pop("languages", ()),
        at=entry.timestamp,
        entry=f"{KINDS[type(entry)]}:{entry.pk}",
        details={
            "revision": entry.revision_id,
            "translation": _making(data.pop("translation", None)),
            "details": _without_free_text(data),
            **details,
        },
    )


def subject_of(model: type[Model], key: Any, title: str) -> dict[str, Any]:
    """What a record says of the object of a deed; a person is named by a digest."""
    named = {"type": model._meta.label_lower, "id": str(key)}
    if issubclass(model, get_user_model()):
        return named | {"person": person_named(title, str(key)).digest}
    return named | {"title": title}


def _subject(entry: BaseLogEntry) -> dict[str, Any]:
    types = ContentType.objects.get_for_id(entry.content_type_id) if entry.content_type_id else None
    model = types and types.model_class()
    if model is None:
        return {"id": str(entry.object_id), "title": entry.label}
    return subject_of(model, entry.object_id, entry.label)


def _making(said: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Who translated, and when the Chinese text was published that is rendered."""
    if said is None:
        return None
    name, account = said["translator"], said.get("translator_id") or ""
    translator = person_named(name, str(account)).digest if name else None
    return {"translator": translator, "renders": said["renders"]}


def _without_free_text(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {
            name: _without_free_text(value) for name, value in data.items() if name not in FREE_TEXT
        }
    if isinstance(data, list):
        return [_without_free_text(each) for each in data]
    return data
