"""System checks of the search: what a language lacks, and whether the index is sound.

The latter is for ``migrate`` and ``check --database``.
"""

from collections.abc import Iterator
from typing import Any

import Stemmer
from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 - Django's name
from django.db import connections

from mep_site.translations.languages import Language, languages

from .index.soundness import faults
from .models import Entry
from .query.word_forms import STOP_WORDS_FILES


def check_index(databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of an index that does not find what it should; silent before the first migration."""
    if "default" not in (databases or []):
        return []
    if Entry._meta.db_table not in connections["default"].introspection.table_names():
        return []
    return [Warning(fault, id="search.W001") for fault in faults()]


def check_languages_of_search(**kwargs: Any) -> list[CheckMessage]:
    """What the search lacks to treat a language by its own rules."""
    return [message for each in languages() for message in _missing(each)]


def _missing(language: Language) -> Iterator[CheckMessage]:
    if language.stemmer and language.stemmer not in Stemmer.algorithms():
        yield Error(
            f"{language.name} ({language.code}) has the stemmer {language.stemmer!r}, which "
            "Snowball lacks.",
            hint=f"Name one in mep_site/settings/languages.py, or none: {Stemmer.algorithms()}.",
            id="search.E002",
        )
    path = STOP_WORDS_FILES / f"{language.code}.txt"
    if not path.exists():
        yield Warning(
            f"{language.name} ({language.code}) has no list of words that say little; in a search "
            "they count as any other word does.",
            hint=f"Write them into {path}.",
            id="search.W003",
        )
