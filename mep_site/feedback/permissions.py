"""Who handles which reports: translators those in their language, Chinese editors all."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from wagtail.permission_policies import BasePermissionPolicy

from mep_site.translations.languages import Language, authoritative, languages
from mep_site.translations.permissions import PermissionType, languages_for, permission

from .models import ErrorReport

# Reports come from visitors and are kept: nobody adds or deletes one in the admin.
ACTIONS = frozenset({"view", "change"})


def languages_handled_by(user: AbstractBaseUser) -> list[Language]:
    """The languages whose reports the user handles."""
    own = languages_for(user, PermissionType.EDIT)
    return list(languages()) if authoritative() in own else own


class ReportPermissionPolicy(BasePermissionPolicy):
    """Derives the permissions on reports from the permissions to edit the texts of a language."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        """Whether the user may do so with some report."""
        return action in ACTIONS and bool(languages_handled_by(user))

    def user_has_permission_for_instance(
        self, user: AbstractBaseUser, action: str, instance: ErrorReport
    ) -> bool:
        """Whether the user may do so with this report."""
        return action in ACTIONS and instance.get_language() in languages_handled_by(user)

    def instances_user_has_any_permission_for(
        self, user: AbstractBaseUser, actions: Iterable[str]
    ) -> QuerySet[ErrorReport]:
        """The reports with which the user may do any of that."""
        if not ACTIONS.intersection(actions):
            return ErrorReport.objects.none()
        codes = [language.code for language in languages_handled_by(user)]
        return ErrorReport.objects.filter(language__in=codes)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        """The users who may do any of that with some report."""
        users = get_user_model().objects
        if not ACTIONS.intersection(actions):
            return users.none()
        found = users.none()
        for language in languages():
            found |= users.with_perm(
                permission(PermissionType.EDIT, language),
                backend="django.contrib.auth.backends.ModelBackend",
            )
        return found.distinct()
