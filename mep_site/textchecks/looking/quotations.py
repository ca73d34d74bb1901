"""Quotations: the words of others stay recognisable as such."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..findings import Found, TextPair
from ..reading import HAN
from ..words import traits_of
from .whole_texts import shown_of

QUOTED = re.compile(r"“(?P<words>[^“”]+)”")
# Shorter ones are names and catchwords, which translations may write without marks.
LEAST_CHARACTERS = 14
STRAIGHT = '"'


def loses_quotations(pair: TextPair) -> Iterator[Found]:
    """Fewer quotations are marked in the translation than in the Chinese."""
    quoted = [match["words"] for match in QUOTED.finditer(pair.chinese.line)]
    sentences = [words for words in quoted if len(HAN.findall(words)) >= LEAST_CHARACTERS]
    if not sentences or pair.translation.has_quotation:
        return
    opened = _opened(pair.translation.line, traits_of(pair.language).quotation_marks)
    if opened < len(sentences):
        for words in sentences[opened:]:
            message = _("These words are a quotation in Chinese; the translation marks none.")
            yield message, shown_of(words), ""


def _opened(text: str, marks: str) -> int:
    """How many quotations are opened."""
    signs = set(marks[::2]) | set("“«„‘")
    return sum(text.count(sign) for sign in signs) + text.count(STRAIGHT) // 2
