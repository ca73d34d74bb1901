"""Editions, the Chinese texts that were in force, and the permissions per language."""

from .authoritative import AuthoritativeChange, AuthoritativeText
from .edition import Edition, language_choices
from .permissions import LanguagePermissions
from .saved_with_rows import SavedWithRows
from .session import EditionSession
from .translated_page import TranslatedPage

__all__ = [
    "AuthoritativeChange",
    "AuthoritativeText",
    "Edition",
    "EditionSession",
    "LanguagePermissions",
    "SavedWithRows",
    "TranslatedPage",
    "language_choices",
]
