"""Log entries that name the language of what was done."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail.log_actions import log, registry
from wagtail.models import AbstractPage, Revision
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
    entries = registry.get_logs_for_instance(page)
    is_series = revision is not None and overwritten
    log(
        instance=page,
        action=action,
        user=user,
        uuid=entries.latest_uuid_for_user_revision_action(user, revision, action)
        if is_series
        else None,
        revision=revision,
        content_changed=changed,
        data={"languages": codes, **data},
    )
