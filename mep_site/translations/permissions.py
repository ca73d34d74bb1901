"""The right to edit the texts of one language."""

from .languages import Language

APP_LABEL = "translations"


def edit_codename(language: Language) -> str:
    """The codename of the permission, such as ``edit_zh_hans``."""
    return f"edit_{language.suffix}"


def edit_permission(language: Language) -> str:
    """The permission as ``has_perm`` takes it, such as ``translations.edit_zh_hans``."""
    return f"{APP_LABEL}.{edit_codename(language)}"
