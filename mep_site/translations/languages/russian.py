"""The dictionary of Russian words in all their forms, one for each process."""

from functools import cache

from pymorphy3 import MorphAnalyzer


@cache
def russian_dictionary() -> MorphAnalyzer:
    """Opened when the first Russian word is looked up: it takes some megabytes."""
    return MorphAnalyzer()
