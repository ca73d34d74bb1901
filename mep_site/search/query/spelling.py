"""English words that are spelt in one way in Britain and in another one in America.

Rules and no list: what they make of a word that has one spelling only is no word at all, and is
found nowhere.
"""

import re

_ENDINGS = r"(?=(?:s|d|ed|al|ing|ful|able|hoods?)?\b)"
# The British letters, the American ones, and where in a word they stand.
_PATTERNS = (
    ("is", "iz", r"(?<=[a-z]{{3}}){}(?=(?:ations?|e[drs]?|ing|able|ational)\b)"),
    ("lys", "lyz", r"(?<=[a-z]{{2}}){}(?=(?:e[drs]?|ing)\b)"),
    ("our", "or", r"(?<=[a-z]{{2}}){}" + _ENDINGS),
    ("re", "er", r"(?:(?<=cent)|(?<=met)|(?<=lit)|(?<=fib)|(?<=theat)){}" + _ENDINGS),
    ("ogue", "og", r"(?<=[a-z]{{2}}){}" + _ENDINGS),
    ("amme", "am", r"(?<=[a-z]{{3}}){}" + _ENDINGS),
    ("ence", "ense", r"(?<=\b(?:def|off|lic)){}" + _ENDINGS),
    ("ll", "l", r"(?<=[a-z]{{2}}[aeiou]){}(?=(?:ed|ing|ers?)\b)"),
    ("sulph", "sulf", r"\b{}"),
    ("aluminium", "aluminum", r"\b{}"),
)
_AMERICAN = [(re.compile(where.format(uk)), us) for uk, us, where in _PATTERNS]
_BRITISH = [(re.compile(where.format(us)), uk) for uk, us, where in _PATTERNS]


def american(folded: str) -> str:
    """A text with American spellings in the place of British ones."""
    return _respelt(folded, _AMERICAN)


def spellings(folded: str) -> tuple[str, ...]:
    """A text as it is, as Americans would write it, and as the British would."""
    return tuple(dict.fromkeys([folded, american(folded), _respelt(folded, _BRITISH)]))


def _respelt(folded: str, rules: list[tuple[re.Pattern, str]]) -> str:
    for pattern, letters in rules:
        folded = pattern.sub(letters, folded)
    return folded
