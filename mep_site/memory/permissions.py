"""Who is offered what: pairs of the languages one works in, from pages that one may see."""

from collections.abc import Iterator

import swapper
from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import PageViewRestriction
from wagtail.permissions import policy_registry

from mep_site.translations.languages import Language, languages
from mep_site.translations.permissions import PermissionType, may

DELETE = "memory.delete_memorypair"


def languages_remembered_for(user: AbstractBaseUser) -> list[Language]:
    """The languages whose pairs the user sees: those in which the user edits or publishes."""
    return [
        language
        for language in languages()
        if not language.is_authoritative
        and any(may(user, each, language) for each in PermissionType)
    ]


def may_remove(user: AbstractBaseUser, language: Language) -> bool:
    """Whether the user may take pairs of this language out of the memory."""
    return user.has_perm(DELETE) and language in languages_remembered_for(user)


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
