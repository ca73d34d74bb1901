"""Where a line may end: between the words of a Chinese heading, and never before a dash.

Texts are stored without any of this; it is added when they are written out.
"""

import re
from functools import lru_cache
from itertools import pairwise

import rjieba
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

HAN = re.compile(r"[\u3400-\u9fff]")
WORD_CHARACTER = re.compile(r"\w")
# Single characters that belong to what follows. Any other is the end of what stands before it:
# a particle, a unit, or the end of a name that no dictionary has.
LEADING = frozenset("第首各每该本在和与及或对向为以从于由将被就不无有是")
WITHIN_A_DATE = re.compile(r"[年月]\d")
DASHES = ("—", "–")


@lru_cache(4096)
def breakable_between_words(text: str) -> SafeString:
    """The text as HTML with a ``<wbr>`` wherever one Chinese word ends and another one begins.

    In an element with ``word-break: keep-all`` a line ends there, or at punctuation.
    """
    if not HAN.search(text):
        return escape(text)
    words = ["", *rjieba.cut(text)]
    marked = [
        ("<wbr>" if _may_part(before, word) else "") + escape(word)
        for before, word in pairwise(words)
    ]
    return mark_safe("".join(marked))  # noqa: S308 - escaped


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two neighbours; beside punctuation the browser knows."""
    seam = before[-1:] + after[:1]
    if not (len(WORD_CHARACTER.findall(seam)) == 2 and HAN.search(seam)):
        return False
    clings = len(after) == 1 and HAN.match(after) and after not in LEADING
    return not (clings or before in LEADING or WITHIN_A_DATE.fullmatch(seam))


def without_dash_at_line_start(html: str) -> str:
    """The HTML with dashes tied to the word before them, as Russian asks for."""
    for dash in DASHES:
        html = html.replace(f" {dash}", f"\N{NO-BREAK SPACE}{dash}")
    return html
