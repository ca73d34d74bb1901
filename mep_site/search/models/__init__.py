"""The index, what editors tell the search, and what visitors searched for."""

from .entry import Entry, IndexRun

__all__ = ["Entry", "IndexRun"]
