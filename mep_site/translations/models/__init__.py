"""Editions, the Chinese texts that were in force, and the rights per language."""

from .edition import Edition, language_choices
from .page import TranslatedPage
from .rights import LanguageRights
from .session import EditionSession
from .source import SourceChange, SourceText

__all__ = [
    "Edition",
    "EditionSession",
    "LanguageRights",
    "SourceChange",
    "SourceText",
    "TranslatedPage",
    "language_choices",
]
