"""Editions, the Chinese texts that were in force, and the permissions per language."""

from .edition import Edition, language_choices
from .page import TranslatedPage
from .permissions import LanguagePermissions
from .session import EditionSession
from .source import AuthoritativeChange, AuthoritativeText

__all__ = [
    "AuthoritativeChange",
    "AuthoritativeText",
    "Edition",
    "EditionSession",
    "LanguagePermissions",
    "TranslatedPage",
    "language_choices",
]
