"""The rights to edit, submit and publish the texts of one language."""

from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser

from ..languages import Language, languages

APP_LABEL = "translations"


class Right(StrEnum):
    """What a user may do with the texts of a language."""

    EDIT = "edit"
    SUBMIT = "submit"
    PUBLISH = "publish"


def codename(right: Right, language: Language) -> str:
    """The codename of the permission, such as ``edit_zh_hans``."""
    return f"{right}_{language.suffix}"


def permission(right: Right, language: Language) -> str:
    """The permission as ``has_perm`` takes it, such as ``translations.edit_zh_hans``."""
    return f"{APP_LABEL}.{codename(right, language)}"


def may(user: AbstractBaseUser, right: Right, language: Language) -> bool:
    """Whether the user holds the right for this language, whatever the page."""
    return user.has_perm(permission(right, language))


def languages_for(user: AbstractBaseUser, right: Right) -> list[Language]:
    """The languages for which the user holds the right, in the order of the site."""
    return [language for language in languages() if may(user, right, language)]
