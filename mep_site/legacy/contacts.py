"""Contact details in lines such as ``Tel. 1234, Fax. 1235``."""

import re
from itertools import zip_longest

from .doubts import Code
from .fitting import fits
from .languages import ENGLISH, language_of
from .reading import Excerpt
from .segments import Destination, Role
from .sketch import Sketch
from .units import Unit

# What a label of each detail may be called; the longest first where one begins with another.
LABELS = {
    "telephone": r"Telephone|Tel|Phone|电话|Телефон|Тел",
    "fax": r"Fax|传真|Факс",
    "postcode": r"Post(?:al)? ?code|Zip(?: code)?|邮政编码|邮编|Почтовый индекс|Индекс",
    "email": r"E-?mail|电子邮箱|电子邮件|邮箱|Эл\. почта",
    "website": r"Web ?site|Web|网址|网站|Сайт",
    "address": r"Postal Address|Address|Add|地址|Адрес",
}
# A label stands at the start of a line or after what separates details, and ends in : or .
DETAIL = re.compile(
    r"(?:^|(?<=[\s,;，；(（]))(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in LABELS.items())
    + r")\s*[:：.]\s*",
    re.I,
)
# The platform that somebody runs: "Platform: www.example.org".
NAMED_WEBSITE = re.compile(
    r"^(?P<name>[^:：]+?)\s*[:：]\s*(?P<url>(?:https?://|www\.)[^\s()（）]+)$"
)
# What stood between two details.
SEPARATORS = " \t\xa0,;，；(（"
LONGEST_LINE = 1_000
# A number that can be dialled from elsewhere has a country or an area code.
COMPLETE_NUMBER = re.compile(r"(?:\+\d|\(?0\d{2,3}\)?[-\s]).*")
SHORT_NUMBER = re.compile(r"[/／]|ext\.?", re.I)


def is_contact_line(line: str) -> bool:
    """Whether a line begins with the label of a detail."""
    return DETAIL.match(line[:LONGEST_LINE]) is not None


def is_contact(line: str) -> bool:
    """Whether a line gives a detail or names a site."""
    short = line[:LONGEST_LINE]
    return is_contact_line(short) or NAMED_WEBSITE.match(short) is not None


def place_details(sketch: Sketch, unit: Unit, page: int, row: int) -> None:
    """Give every detail of a line its field; an address belongs to the language it is in."""
    line = unit.excerpt
    found = list(DETAIL.finditer(line.text))
    for match, following in zip_longest(found, found[1:]):
        name = match.lastgroup
        sketch.add(line.part(*match.span()), Role.LABEL, unit.language)
        value = _value(line, match.end(), following.start() if following else len(line.text))
        language = (language_of(value.text) or ENGLISH) if name == "address" else ""
        if fits(Destination(page, "contact_points", (row, name)), value.text):
            target = _free_target(
                sketch, Destination(page, "contact_points", (row, name)), language
            )
            sketch.place(value, Role.CONTACT, language, target)
        if name in {"telephone", "fax"}:
            _check_number(sketch, value, unit.line, page)


def _free_target(sketch: Sketch, target: Destination, language: str) -> Destination:
    """The place for a detail: a second number of the same sort is a contact point of its own."""
    taken = {(segment.target, segment.language) for segment in sketch.segments}
    while (target, language) in taken:
        row, name = target.path
        target = Destination(target.page, target.field, (row + 1, name))
    return target


def _value(line: Excerpt, start: int, end: int) -> Excerpt:
    """A detail without separators; a bracket opened before its label closes after it."""
    text = line.text[start:end].rstrip(SEPARATORS)
    for opening, closing in ("()", "（）"):
        if text.count(closing) > text.count(opening):
            text = text.rstrip(f"{closing} ")
    return line.part(start, start + len(text))


def _check_number(sketch: Sketch, value: Excerpt, line: int, page: int) -> None:
    """Tell of a number that cannot be dialled as it stands."""
    if value and (not COMPLETE_NUMBER.match(value.text) or SHORT_NUMBER.search(value.text)):
        sketch.doubt(Code.AMBIGUOUS_TELEPHONE, line, value.text, page)
