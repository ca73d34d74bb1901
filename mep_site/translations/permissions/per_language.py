"""The permissions to edit, submit and publish the texts of one language."""

from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser

from ..languages import Language, languages

APP_LABEL = "translations"


class PermissionType(StrEnum):
    """What a user may do with the texts of a language."""

    EDIT = "edit"
    SUBMIT = "submit"
    PUBLISH = "publish"


def codename(permission_type: PermissionType, language: Language) -> str:
    """The codename of the permission, such as ``edit_zh_hans``."""
    return f"{permission_type}_{language.suffix}"


def permission(permission_type: PermissionType, language: Language) -> str:
    """The permission as ``has_perm`` takes it, such as ``translations.edit_zh_hans``."""
    return f"{APP_LABEL}.{codename(permission_type, language)}"


def may(user: AbstractBaseUser, permission_type: PermissionType, language: Language) -> bool:
    """Whether the user holds the permission for this language, whatever the page."""
    return user.has_perm(permission(permission_type, language))


def languages_for(user: AbstractBaseUser, permission_type: PermissionType) -> list[Language]:
    """The languages for which the user holds the permission, in the order of the site."""
    return [language for language in languages() if may(user, permission_type, language)]
