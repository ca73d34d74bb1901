"""Numbers, dates and units by value, over Chinese, English and Russian.

Read ``values`` (what a number says), ``passage`` (a text without markup), ``reading`` (how a text
is read by the rules of a language), the three languages with their numerals, ``agreement`` and
``comparison`` (what differs), ``messages`` (the check itself). ``rewriting`` writes another value
in the same form, for a memory.
"""

from .messages import look
from .readers import values_in
from .rewriting import rewritten

__all__ = ["look", "rewritten", "values_in"]
