"""Chinese as terms are looked up in it: without what divides a term in one text only.

Quotation marks (“十四五”规划), marks of titles, white space and line breaks are left out, unless
the space divides Latin words; dots in names are one dot, dashes one dash, capitals small letters.
"""

import re

from .plain import PARAGRAPH, PlainText, read_plainly

LEFT_OUT = frozenset("“”‘’\"'「」『』《》〈〉〝〞")
USUAL = str.maketrans(
    dict.fromkeys("•‧・⋅∙", "·") | dict.fromkeys("‐‑‒–—―−", "-") | {"（": "(", "）": ")"}
)
LATIN = re.compile(r"[0-9a-z]", re.IGNORECASE)


def fold_chinese(term: str) -> str:
    """A term as it is looked up."""
    return fold_plain_chinese(read_plainly(term.strip())).text.replace(PARAGRAPH, "")


def fold_plain_chinese(read: PlainText) -> PlainText:
    """A text as terms are looked up in it."""
    usual = read.text.translate(USUAL).lower()
    if len(usual) != len(read.text):
        usual = "".join(
            low if len(low := each.lower()) == 1 else each for each in read.text.translate(USUAL)
        )
    kept = [at for at, character in enumerate(usual) if _counts(usual, at, character)]
    if len(kept) == len(usual):
        return PlainText(usual, read.starts, read.ends)
    return PlainText(
        "".join(usual[at] for at in kept),
        [read.starts[at] for at in kept],
        [read.ends[at] for at in kept],
    )


def _counts(text: str, at: int, character: str) -> bool:
    if character in LEFT_OUT:
        return False
    if character == PARAGRAPH or not character.isspace():
        return True
    return bool(LATIN.match(text[at - 1 : at]) and LATIN.match(text[at + 1 : at + 2]))
