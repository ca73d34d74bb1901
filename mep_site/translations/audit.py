"""Log entries that name the language of what was done."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import AbstractPage, PageLogEntry, Revision
from wagtail.utils.timestamps import ensure_utc

from .languages import Language


def log_edition(  # noqa: PLR0913 - what a log entry holds
    page: AbstractPage,
    action: bool | str,
    user: AbstractBaseUser | None,
    revision: Revision | None = None,
    *,
    languages: tuple[Language, ...] = (),
    previous: Revision | None = None,
    overwritten: bool = False,
    changed: bool = True,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Log what was done to editions of a page, by default to the one that is in scope.

    ``action`` is the name of an action, or ``True`` for an edit; that of an older text if
    ``previous`` is given. The entries of saves that overwrite each other stand for one.
    """
    if action is True:
        action = "wagtail.revert" if previous else "wagtail.edit"
    codes = [language.code for language in languages or (page.edition_language,)]
    data = dict(details or {})
    if previous:
        data["revision"] = {"id": previous.pk, "created": ensure_utc(previous.created_at)}
    series = None
    if revision is not None and overwritten:
        entries = PageLogEntry.objects.for_instance(page)
        series = entries.latest_uuid_for_user_revision_action(user, revision, action)
    context = get_active_log_context()
    _write(
        PageLogEntry(
            page=page,
            content_type=page.cached_content_type,
            label=PageLogEntry.objects.get_instance_title(page),
            action=action,
            user=user or context.user,
            uuid=series or context.uuid,
            revision=revision,
            content_changed=changed,
            timestamp=timezone.now(),
            data={"languages": codes, **data},
        )
    )


def _write(entry: PageLogEntry) -> None:
    """Store an entry; its ``save`` would look up once more all that it refers to."""
    entry.clean()
    entry.save_base(force_insert=True)
