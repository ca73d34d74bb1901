"""Superscripts and subscripts where a text has no markup.

Without care 10³ would read 103. Unicode has characters of its own for digits, signs and a few
letters; what it lacks is written as ``^(…)`` or ``_(…)``.
"""

import re
from html import escape, unescape

from django.utils.html import strip_tags

SCRIPTS = {
    "sup": str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"),
}
SIGNS = {"sup": "^", "sub": "_"}
# Read the same where they stand on the line: ordinals, references, marks.
ON_THE_LINE = re.compile(r"st|nd|rd|th|\W*|\[.*\]|.*[\u3400-\u9fff].*", re.IGNORECASE)
TRADE_MARK = {"TM": "™", "tm": "™"}
BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,\s](?=\d)")
TAG = re.compile(r"<(?P<level>sup|sub)\b[^>]*>(?P<text>.*?)</(?P=level)>", re.DOTALL)


def in_unicode(text: str, script: str) -> str:
    """A text that is raised (``sup``) or lowered (``sub``), without markup."""
    bare = text.strip()
    # "PM₂.₅": the point has no character of its own and needs none.
    if {ord(letter) for letter in BETWEEN_DIGITS.sub("", bare)} <= SCRIPTS[script].keys():
        return text.translate(SCRIPTS[script])
    if bare in TRADE_MARK and script == "sup":
        return text.replace(bare, TRADE_MARK[bare])
    return text if ON_THE_LINE.fullmatch(bare) else text.replace(bare, f"{SIGNS[script]}({bare})")


def scripts_in_unicode(html: str) -> str:
    """The markup with Unicode characters in place of ``<sup>`` and ``<sub>``."""
    return TAG.sub(_plain, html)


def _plain(match: re.Match[str]) -> str:
    text = unescape(strip_tags(match["text"]))
    return escape(in_unicode(text, match["level"]), quote=False)
