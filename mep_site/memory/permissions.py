"""Who is offered what: pairs of the languages one works in, from pages that one may see."""

from collections.abc import Iterable, Iterator

import swapper
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, QuerySet
from wagtail.models import PageViewRestriction
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import policy_registry

from mep_site.translations.languages import Language, languages
from mep_site.translations.permissions import PermissionType, may


def languages_remembered_for(user: AbstractBaseUser) -> list[Language]:
    """The languages whose pairs the user sees: those in which the user edits or publishes."""
    return [
        language
        for language in languages()
        if not language.is_authoritative
        and any(may(user, each, language) for each in PermissionType)
    ]


def closed_paths(user: AbstractBaseUser | None) -> Iterator[str]:
    """The paths of those private pages that the user may not see, nor any page below them."""
    restrictions = PageViewRestriction.objects.select_related("page")
    for restriction in restrictions.only("restriction_type", "page__path"):
        if not (user and _accepts(restriction, user)):
            yield restriction.page.path


def _accepts(restriction: PageViewRestriction, user: AbstractBaseUser) -> bool:
    policy = policy_registry.get_by_type(swapper.load_model("wagtailcore", "Page"))
    if policy.explores_all_below(user, restriction.page):
        return True
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return restriction.groups.filter(pk__in=user.groups.values("pk")).exists()
    return restriction.restriction_type == PageViewRestriction.LOGIN and user.is_active


def languages_kept_by(user: AbstractBaseUser) -> list[Language]:
    """The languages whose memory the user looks after: who may publish in one may do that."""
    return [
        language
        for language in languages_remembered_for(user)
        if may(user, PermissionType.PUBLISH, language)
    ]


class MemoryPermissionPolicy(BasePermissionPolicy):
    """Derives what may be done with pairs and files from the permissions per language."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        """Whether the user may do so in some language."""
        return bool(self._languages(user, action))

    def user_has_permission_for_instance(
        self, user: AbstractBaseUser, action: str, instance: Model
    ) -> bool:
        """Whether the user may do so with this pair or file."""
        return instance.language in {each.code for each in self._languages(user, action)}

    def instances_user_has_any_permission_for(
        self, user: AbstractBaseUser, actions: Iterable[str]
    ) -> QuerySet:
        """Those in the languages in which the user may do any of that."""
        codes = {each.code for action in actions for each in self._languages(user, action)}
        return self.model._default_manager.filter(language__in=codes)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        """The users who may do any of that in some language."""
        users = [
            user
            for user in get_user_model().objects.filter(is_active=True)
            if self.user_has_any_permission(user, actions)
        ]
        return get_user_model().objects.filter(pk__in=[user.pk for user in users])

    def _languages(self, user: AbstractBaseUser, action: str) -> list[Language]:
        return languages_remembered_for(user) if action == "view" else languages_kept_by(user)
