"""Texts that are much longer or shorter than is usual for the pair of languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..findings import Found, TextPair
from ..reading import HAN
from ..words import traits_of
from .whole_texts import shown_of

LETTER = re.compile(r"[^\W_]")
SENTENCE_END = re.compile(r"[。！？；]|[.!?;…](?=[\s”»\"’)]|$)")


@dataclass(frozen=True)
class Usual:
    """How much shorter or longer than the median a translation may be, to ``below`` characters."""

    below: float
    shortest: float
    longest: float


# By the Chinese length. Of the demo's 1,200 right pairs, the shortest and longest of each class
# stay within these bounds: docs/textchecks.md.
USUAL = (
    Usual(5, 0.1, 5.5),
    Usual(10, 0.2, 3.6),
    Usual(20, 0.33, 2.6),
    Usual(40, 0.4, 2.0),
    Usual(float("inf"), 0.5, 1.8),
)
# Where the translation has fewer sentences, less is enough to ask whether one was left out.
WITH_FEWER_SENTENCES = 0.75


def has_unusual_length(pair: TextPair) -> Iterator[Found]:
    """A translation that leaves out, or adds, much."""
    source, target = pair.chinese.line, pair.translation.line
    expected = _expected(source, traits_of(pair.language).length)
    if not pair.chinese.han or not target:
        return
    share = len(LETTER.findall(target)) / expected
    usual = next(each for each in USUAL if pair.chinese.han < each.below)
    is_short = share < usual.shortest or (
        share < WITH_FEWER_SENTENCES and 2 * _sentences(target) <= _sentences(source)
    )
    if is_short:
        message = _("The translation is much shorter than usual: is a part of the Chinese missing?")
        yield message, shown_of(source), shown_of(target)
    elif share > usual.longest:
        message = _("The translation is much longer than usual: does it say more than the Chinese?")
        yield message, shown_of(source), shown_of(target)


def _expected(source: str, length: float) -> float:
    """How many letters usually render this Chinese; what is not Chinese stays as long as it is."""
    characters = len(HAN.findall(source))
    return characters * length + len(LETTER.findall(source)) - characters


def _sentences(text: str) -> int:
    return max(1, len(SENTENCE_END.findall(text)))
