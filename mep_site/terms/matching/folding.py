"""Chinese as terms are looked up in it: without what divides a term in one text only.

Quotation marks (“十四五”规划), marks of titles, white space and line breaks are left out, unless
the space divides Latin words; dots in names are one dot, dashes one dash, capitals small letters.
"""

import re

from .plain import PARAGRAPH, PlainText, read_plainly

LEFT_OUT = re.compile(rf"""[“”‘’"'「」『』《》〈〉〝〞]|(?!{PARAGRAPH})\s""")
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
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for match in [*LEFT_OUT.finditer(usual), None]:
        here = match.start() if match else len(usual)
        if match and _divides_latin(usual, here):
            continue
        pieces.append(usual[last:here])
        starts.extend(read.starts[last:here])
        ends.extend(read.ends[last:here])
        last = here + 1
    return PlainText("".join(pieces), starts, ends)


def _divides_latin(text: str, at: int) -> bool:
    """Whether a space stands there between two Latin words."""
    return text[at].isspace() and bool(LATIN.match(text[at - 1 : at]) and LATIN.match(text, at + 1))
