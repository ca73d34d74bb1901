"""What somebody decides about an anomaly. Accepting a suggestion is an ordinary edit."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from mep_site.core.models import BasePage
from mep_site.translations.languages import Language, authoritative, languages
from mep_site.translations.languages.dates import PartialDateField
from mep_site.translations.permissions import PermissionType, may

from ..models import LegacyAnomaly
from ..structure.doubts import Suggestion
from .streams import BLOCKS, stable_id


def may_accept(anomaly: LegacyAnomaly, user: AbstractBaseUser) -> bool:
    """Whether the user may make this edit: on this page, in this language."""
    suggestion = anomaly.suggestion
    if not suggestion or not anomaly.page or not anomaly.is_open:
        return False
    language = language_of_edit(suggestion)
    page = anomaly.page.specific
    return may(user, PermissionType.EDIT, language) and page.permissions_for_user(user).can_edit()


def language_of_edit(suggestion: Suggestion) -> Language:
    """The edition that an edit belongs to; facts belong to the Chinese one."""
    suffix = suggestion.language or authoritative().suffix
    return next(each for each in languages() if each.suffix == suffix)


@transaction.atomic
def accept(anomaly: LegacyAnomaly, user: AbstractBaseUser) -> None:
    """Make the suggested edit: a new draft of the page by this user."""
    if not may_accept(anomaly, user):
        raise PermissionDenied
    page = BasePage.objects.select_for_update().get(pk=anomaly.page_id).specific
    draft = page.get_latest_revision_as_object()
    draft.enter(language_of_edit(anomaly.suggestion))
    apply(draft, anomaly.suggestion, anomaly.reading.capture.sha256)
    anomaly.revision = draft.save_revision(user=user, log_action=True)
    decide(anomaly, LegacyAnomaly.State.ACCEPTED, user)


def dismiss(anomaly: LegacyAnomaly, user: AbstractBaseUser) -> None:
    """Leave the place as it is."""
    decide(anomaly, LegacyAnomaly.State.DISMISSED, user)


def decide(anomaly: LegacyAnomaly, state: str, user: AbstractBaseUser) -> None:
    """Put a decision on record."""
    anomaly.state = state
    anomaly.decided_by = user
    anomaly.decided_at = timezone.now()
    anomaly.save()


def apply(draft: BasePage, suggestion: Suggestion, sha256: str) -> None:
    """Change the one place that the suggestion names; refuse if it is no longer as it was."""
    target = suggestion.target
    if not target.path:
        change_column(draft, target.field, suggestion)
    elif isinstance(draft._meta.get_field(target.field), StreamField):
        change_body(draft, suggestion, sha256)
    else:
        row, part = target.path
        key = stable_id(sha256, target.page, target.field, row)
        rows = getattr(draft, target.field).all()
        found = next((each for each in rows if str(each.key) == key), None)
        if not found:
            raise changed_since()
        change_column(found, str(part), suggestion)


def change_column(holder: Any, name: str, suggestion: Suggestion) -> None:
    """Change a column: fill one that is empty, or replace a part of its text."""
    column = f"{name}_{suggestion.language}" if suggestion.language else name
    value = getattr(holder, column)
    own = holder._meta.get_field(column)
    if suggestion.old:
        if suggestion.old not in (value or ""):
            raise changed_since()
        setattr(holder, column, value.replace(suggestion.old, suggestion.new, 1))
    elif value:
        raise changed_since()
    else:
        is_date = isinstance(own, PartialDateField)
        setattr(holder, column, own.to_python(suggestion.new) if is_date else suggestion.new)


def change_body(draft: BasePage, suggestion: Suggestion, sha256: str) -> None:
    """Replace a part of a text in a body, in the block that it was found in."""
    target = suggestion.target
    place = (part for part in target.path if part not in BLOCKS)
    block_id = stable_id(sha256, target.page, target.field, *place)
    column = f"{suggestion.target.field}_{suggestion.language}"
    stream = getattr(draft, column)
    raw = stream.get_prep_value()
    old, new = escape(suggestion.old), escape(suggestion.new)
    for holder, key in texts_in(block_with(block_id, raw)):
        if old in holder[key]:
            holder[key] = holder[key].replace(old, new, 1)
            setattr(draft, column, stream.stream_block.to_python(raw))
            return
    raise changed_since()


def block_with(block_id: str, raw: Any) -> Any:
    """The block of a raw stream that has this id, at any depth; empty if there is none."""
    if isinstance(raw, dict) and raw.get("id") == block_id:
        return raw
    inner = raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ()
    return next(filter(None, (block_with(block_id, each) for each in inner)), {})


def texts_in(raw: Any) -> Iterator[tuple[Any, Any]]:
    """Every text of a raw stream, with what holds it."""
    pairs = raw.items() if isinstance(raw, dict) else enumerate(raw)
    for key, value in list(pairs):
        if isinstance(value, str) and key not in {"id", "type"}:
            yield raw, key
        elif isinstance(value, dict | list):
            yield from texts_in(value)


def changed_since() -> ValidationError:
    """The place is no longer as it was when the suggestion was made."""
    return ValidationError(
        _("The text was changed after it was imported. Open the page and decide there.")
    )
