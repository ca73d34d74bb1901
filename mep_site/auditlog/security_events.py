"""Records what happens to accounts, groups and permissions, and who takes data out.

All of it is heard of by signals that exist, so that no path is forgotten: the admin, commands,
programs. Values are not recorded, only which fields changed; of flags that give rights, their
value.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.db.models import Model
from django.http import HttpRequest
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from . import actions
from .log_entries import subject_of
from .recording import record_event

# What an account may do, or how it is reached. The time of the last sign-in is no change of it.
WATCHED = ("username", "email", "password", "is_active", "is_staff", "is_superuser")
FLAGS = ("is_active", "is_staff", "is_superuser")


def record_sign_in(user: AbstractBaseUser, **kwargs: Any) -> None:
    record_event(actions.SIGNED_IN, user)


def record_sign_out(user: AbstractBaseUser | None, **kwargs: Any) -> None:
    if user is not None:
        record_event(actions.SIGNED_OUT, user)


def record_refused_password(credentials: dict[str, Any], **kwargs: Any) -> None:
    """Name an account that exists only: what else was typed may be anything, a password too.

    Recorded in any case, so that the answer takes as long whether the account exists or not.
    """
    model = get_user_model()
    name = credentials.get(model.USERNAME_FIELD) or credentials.get("username")
    account = model.objects.filter(**{model.USERNAME_FIELD: name}).first() if name else None
    record_event(actions.PASSWORD_REFUSED, subject=_subject(account) if account else None)


def record_factor(action: str) -> Any:
    """A receiver of a signal of allauth's about an authenticator of a user."""

    def record(user: AbstractBaseUser, authenticator: Any, **kwargs: Any) -> None:
        factor = str(authenticator.type)
        record_event(action, subject=_subject(user), details={"details": {"factor": factor}})

    return record


def note_account_before(instance: AbstractBaseUser, raw: bool = False, **kwargs: Any) -> None:
    """Before an account is saved: see what it was."""
    fields = kwargs.get("update_fields")
    if raw or (fields is not None and not set(fields) & set(WATCHED)):
        instance.account_before = None
    else:
        stored = type(instance).objects.filter(pk=instance.pk)
        instance.account_before = stored.values(*WATCHED).first() or {}


def record_account(instance: AbstractBaseUser, created: bool, **kwargs: Any) -> None:
    """After an account was saved: say that it is new, or which of its fields have changed."""
    before = vars(instance).pop("account_before", None)
    if before is None:
        return
    changed = [name for name in WATCHED if before.get(name) != getattr(instance, name)]
    flags = {name: getattr(instance, name) for name in changed if name in FLAGS}
    if created:
        details = {"details": flags}
        record_event(actions.ACCOUNT_CREATED, subject=_subject(instance), details=details)
    elif changed:
        details = {"details": {"fields": changed, **flags}}
        record_event(actions.ACCOUNT_CHANGED, subject=_subject(instance), details=details)


def record_deleted_account(instance: AbstractBaseUser, **kwargs: Any) -> None:
    record_event(actions.ACCOUNT_DELETED, subject=_subject(instance))


def record_group(instance: Group, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        record_event(actions.GROUP_CREATED, subject=_subject(instance))


def record_deleted_group(instance: Group, **kwargs: Any) -> None:
    record_event(actions.GROUP_DELETED, subject=_subject(instance))


def record_rights(
    instance: Model, action: str, model: type[Model], pk_set: set[Any] | None, **kwargs: Any
) -> None:
    """Permissions of a group or a user, or who is in which group, have changed."""
    words = {"post_add": "added", "post_remove": "removed", "pre_clear": "cleared"}
    word = words.get(action)
    if word is None or (pk_set is not None and not pk_set):
        return
    changed = [_named(each) for each in model._default_manager.filter(pk__in=pk_set or ())]
    details = {word: sorted(changed) or True}
    record_event(actions.RIGHTS_CHANGED, subject=_subject(instance), details={"details": details})


def record_right_of_group(word: str) -> Any:
    """A receiver of the signals that a right of a group in the tree was given or taken."""

    def record(
        instance: GroupPagePermission | GroupCollectionPermission, raw: bool = False, **kwargs: Any
    ) -> None:
        if not raw:
            where = getattr(instance, "page", None) or instance.collection
            right = f"{instance.permission.codename} {where._meta.label_lower}:{where.pk}"
            details = {"details": {word: [right]}}
            record_event(actions.RIGHTS_CHANGED, subject=_subject(instance.group), details=details)

    return record


def record_export(request: HttpRequest, format_: str) -> None:
    """A report or a list of the admin is taken out as a file."""
    details = {"details": {"format": format_}}
    record_event(actions.EXPORTED, request.user, subject={"title": request.path}, details=details)


def record_transfer(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Texts have gone out to a translator's tool, or come back."""
    if created and not raw:
        record_event(
            actions.TRANSFERRED,
            instance.user,
            subject=subject_of(type(instance), instance.pk, instance.file_name),
            languages=[instance.language],
            details={"details": {"direction": instance.direction, "format": instance.format}},
        )


def record_restore(instance: Any, **kwargs: Any) -> None:
    """The site was restored: what was done after the backup is gone, from this log too."""
    if instance.kind == "restore" and instance.succeeded:
        details = {"details": {"taken_at": instance.data_at and instance.data_at.isoformat()}}
        record_event(actions.RESTORED, subject={"title": instance.archive}, details=details)


def _subject(thing: Model) -> dict[str, Any]:
    # The type of `request.user` is that of a proxy.
    return subject_of(thing.__class__, thing.pk, str(thing))


def _named(thing: Model) -> str:
    """A permission by its codename, a group by its name, a person by a digest."""
    if isinstance(thing, Permission):
        return f"{thing.content_type.app_label}.{thing.codename}"
    subject = _subject(thing)
    return subject.get("person") or subject["title"]
