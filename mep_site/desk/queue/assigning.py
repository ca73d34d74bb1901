"""Who may give which edition to whom, and until when.

Whoever may publish a language gives out its translations and sets deadlines. A translator takes
what nobody has, and gives back what is theirs. A text is given only to somebody who may edit it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from mep_site.translations.admin.dashboard.worklists import editions_for
from mep_site.translations.audit import log_edition
from mep_site.translations.languages import Language
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, may, permission

from .models import Assignment

ACTION = "desk.assign"


class Unchanged(Enum):
    """What stands for a value that stays as it is."""

    UNCHANGED = "unchanged"


UNCHANGED = Unchanged.UNCHANGED


@dataclass(frozen=True)
class Wish:
    """What is to become of an assignment; ``None`` for nobody, and for no deadline."""

    assignee: AbstractBaseUser | Unchanged | None = UNCHANGED
    deadline: date | Unchanged | None = UNCHANGED
    note: str | Unchanged = UNCHANGED

    @property
    def changes(self) -> dict[str, Any]:
        """The values that are to be written."""
        return {name: value for name, value in vars(self).items() if value is not UNCHANGED}


def people_for(chosen: Iterable[Language]) -> QuerySet:
    """Those who may edit texts in each of these languages, wherever in the tree."""
    people = get_user_model().objects.filter(is_active=True)
    for language in chosen:
        _app, _dot, codename = permission(PermissionType.EDIT, language).partition(".")
        holds = Q(user_permissions__codename=codename) | Q(groups__permissions__codename=codename)
        able = get_user_model().objects.filter(holds | Q(is_superuser=True))
        people = people.filter(pk__in=able.values("pk"))
    return people.order_by("username")


class Assigner:
    """Somebody who wants something to become of these editions."""

    def __init__(self, user: AbstractBaseUser, editions: Sequence[Edition], wish: Wish) -> None:
        self.user, self.editions, self.wish = user, editions, wish
        keys = [edition.pk for edition in editions]
        self._own = _workable(user, keys)
        given = wish.assignee not in {None, UNCHANGED}
        self._of_assignee = _workable(wish.assignee, keys) if given else self._own

    def refusal(self, edition: Edition) -> str:
        """Why that is not to be; empty if it is."""
        if edition.pk not in self._own:
            return _("you have no permission to edit it")
        if edition.pk not in self._of_assignee:
            return _("whoever you chose has no permission to edit it")
        if may(self.user, PermissionType.PUBLISH, edition.get_language()):
            return ""
        if not self.wish.changes.keys() <= {"assignee"}:
            return _("only publishers of the language set deadlines")
        return self._refusal_of_taking(assignee_key(edition))

    def _refusal_of_taking(self, present: int | None) -> str:
        if present not in {None, self.user.pk}:
            return _("somebody else has it")
        wanted = self.wish.assignee
        if wanted in {None, UNCHANGED} or wanted.pk == self.user.pk:
            return ""
        return _("only publishers of the language give texts to others")

    def carry_out(self) -> dict[Edition, str]:
        """Write and log what may be; what may not, each with its reason."""
        refused = {
            edition: reason for edition in self.editions if (reason := self.refusal(edition))
        }
        granted = [edition for edition in self.editions if edition not in refused]
        changes = self.wish.changes | {"assigned_by": self.user, "assigned_at": timezone.now()}
        Assignment.objects.bulk_create(
            [Assignment(edition=edition, **changes) for edition in granted],
            update_conflicts=True,
            unique_fields=["edition"],
            update_fields=list(changes),
        )
        for edition in granted:
            self._log(edition)
        return refused

    def _log(self, edition: Edition) -> None:
        log_edition(
            edition.page,
            ACTION,
            self.user,
            languages=(edition.get_language(),),
            changed=False,
            details={name: _as_logged(value) for name, value in self.wish.changes.items()},
        )


def assignee_key(edition: Edition) -> int | None:
    """Whose the edition is, if it is anybody's."""
    assignment = getattr(edition, "assignment", None)
    return assignment.assignee_id if assignment else None


def _workable(user: AbstractBaseUser, keys: Iterable[int]) -> set[int]:
    own = editions_for(user, PermissionType.EDIT).order_by()
    return set(own.filter(pk__in=keys).values_list("pk", flat=True))


def _as_logged(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return get_user_display_name(value) if value and not isinstance(value, str) else value or ""
