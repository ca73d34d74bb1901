"""Signs: none missing or doubled, pairs complete, and those of the language."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..findings import Found, TextPair
from ..words import traits_of

ENDS_SENTENCE = {"。": ".", "！": "!", "？": "?", "；": ";", "：": ":", "…": "…"}
CLOSING = "”’»\"')）]】》*"
DOUBLED = re.compile(
    r"([,;:，；：、])\s*\1|(?<![.?!])\.\.(?!\.)|。。|[,;:]\s*[.!?](?!\d)|[!?]{4,}|[，、；]\s*[。！？]"
)
STRAY_SPACE = re.compile(r"(?<=[^\W_]) +[,;!?](?=\s|$)|(?<=[^\W_]) +[.:](?=\s|$)")
WIDE_RUN = re.compile(r"(?:[，。；：？！（）、【】]|[\uff01-\uff5e]|\u3000)+")
LIST_SIGN = re.compile(r"(?:^|[\s;,.:(])(?:\d{1,2}|[a-zа-яё]|[ivx]{1,4})\)", re.IGNORECASE)
# "How to apply": a question of so few words is a heading, which needs no sign.
HEADING = 8
PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "《": "》", "«": "»", "〈": "〉"}
CURLY = {"“": "”"}


def lacks_final_sign(pair: TextPair) -> Iterator[Found]:
    """The Chinese ends a sentence and the translation does not, or ends it in another way."""
    source, target = (text.line.rstrip(CLOSING + " ") for text in (pair.chinese, pair.translation))
    if not source or not target or source[-1] not in ENDS_SENTENCE:
        return
    sign, last = ENDS_SENTENCE[source[-1]], target[-1]
    if sign == "?" and last.isalnum() and target.count(" ") < HEADING:
        return
    if last.isalnum() or last in "%°":
        yield _("The sign at the end of the sentence is missing."), source[-8:], _end_of(target)
    elif sign == "?" and last not in "?!":
        message = _("The Chinese asks a question, the translation does not.")
        yield message, source[-8:], _end_of(target)


def _end_of(text: str) -> str:
    return " ".join(text.split(" ")[-3:])


def has_doubled_signs(pair: TextPair) -> Iterator[Found]:
    """Signs that stand twice, or after a space."""
    text = pair.translation.line
    for match in DOUBLED.finditer(text):
        if match[0] not in pair.chinese.line:
            yield (
                _("A sign stands twice, or two that exclude each other."),
                "",
                _around(text, match),
            )
    for match in STRAY_SPACE.finditer(text):
        yield _("There is a space before this sign."), "", _around(text, match)


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 10) : match.end() + 6].strip()


def has_unbalanced_brackets(pair: TextPair) -> Iterator[Found]:
    """A bracket that is opened and not closed, or closed and not opened."""
    if _unmatched(pair.chinese.line):
        return
    for sign in _unmatched(pair.translation.line):
        yield _("This bracket or quotation mark has no counterpart."), "", sign


def _unmatched(text: str) -> list[str]:
    """The signs without a counterpart; those after the number of an item need none."""
    closers = {closing: opening for opening, closing in {**PAIRS, **CURLY}.items()}
    # In Russian, “ closes what „ has opened.
    is_low = "„" in text
    opened: list[str] = []
    alone: list[str] = []
    for sign in LIST_SIGN.sub(" ", text) if _is_list_sign(text) else text:
        if sign in PAIRS or (sign in CURLY and not is_low):
            opened.append(sign)
        elif sign in closers and not (sign == "”" and is_low):
            if opened and opened[-1] == closers[sign]:
                opened.pop()
            else:
                alone.append(sign)
    return [*alone, *opened]


def _is_list_sign(text: str) -> bool:
    """Whether closing brackets outnumber opening ones, as after the numbers of items."""
    return text.count(")") > text.count("(")


def has_foreign_quotation_marks(pair: TextPair) -> Iterator[Found]:
    """Quotation marks of another language than that of the text."""
    text, traits = pair.translation.line, traits_of(pair.language)
    wrong = set(traits.foreign_marks)
    if "„" in text:
        # Quotation marks within others: „…“.
        wrong -= {"”", "“"}
    wrong_here = [sign for sign in dict.fromkeys(text) if sign in wrong]
    if wrong_here:
        message = _("Quotation marks of another language: here they are %(marks)s.")
        yield message % {"marks": traits.quotation_marks[:2]}, "", " ".join(wrong_here)


def has_wide_signs(pair: TextPair) -> Iterator[Found]:
    """Full-width signs, letters, digits or spaces in a text that is not Chinese."""
    if pair.language.is_chinese:
        return
    text = pair.translation.line
    for match in WIDE_RUN.finditer(pair.translation.text):
        if match[0] in text or match[0].isspace():
            yield _("A full-width sign of Chinese stands in the translation."), "", match[0]
