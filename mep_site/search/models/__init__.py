"""The index, what editors tell the search, and what visitors searched for."""

from .counts import SearchCount
from .entry import Entry, IndexRun
from .periods import Period
from .picks import Pick
from .terms import Term
from .title_words import Word

__all__ = ["Entry", "IndexRun", "Period", "Pick", "SearchCount", "Term", "Word"]
