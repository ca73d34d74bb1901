"""Finds what was translated before: :func:`matches_for` one text, :func:`pairs_for` many.

``known`` holds the Chinese texts of a language in the process and finds those that are alike;
``offering`` asks the database what may be offered of them and says how it differs; ``figures``
brings the figures of a proposal in line.
"""

from .offering import MatchOrigin, MemoryMatch, matches_for, pairs_for

__all__ = ["MatchOrigin", "MemoryMatch", "matches_for", "pairs_for"]
