"""Finds terms in running Chinese, and their renderings in running translations; knows no database.

``entries`` says what a term is, ``plain`` reads a text without its markup. ``index`` holds the
terms of one language and ``finding`` finds them in Chinese, the longest first. ``word_forms`` knows
the forms of a word, ``renderings`` finds a rendering in any of them, and ``judging`` says of each
term of a pair of texts whether its rendering is an approved or a forbidden one.
"""

from .entries import TermEntry, TermKind
from .finding import TermUse, find_terms
from .index import TermIndex
from .judging import TermFinding, TermVerdict, judge_terms
from .renderings import RenderingUse

__all__ = [
    "RenderingUse",
    "TermEntry",
    "TermFinding",
    "TermIndex",
    "TermKind",
    "TermUse",
    "TermVerdict",
    "find_terms",
    "judge_terms",
]
