"""Editions, the Chinese texts that were in force, and the permissions per language."""

from .edition import Edition, language_choices
from .page import TranslatedPage
from .permissions import LanguagePermissions
from .session import EditionSession
from .source import AuthoritativeChange, AuthoritativeText

__all__ = [
    "Edition",
    "EditionSession",
    "LanguagePermissions",
    "AuthoritativeChange",
    "AuthoritativeText",
    "TranslatedPage",
    "language_choices",
]
