"""Contact details in lines such as ``Tel. 1234, Fax. 1235``."""

import re
from dataclasses import replace
from itertools import zip_longest

from ..phrases.date_wordings import date_in
from ..phrases.labels import CONTACT, DETAIL, LONGEST_LINE, is_contact_line
from ..reading.languages import ENGLISH, language_of_text
from ..reading.lines import Excerpt
from .chunks import Chunk
from .doubts import Code
from .fitting import fits
from .segments import Destination, Role
from .sketch import Sketch

# The platform that somebody runs: "Platform: www.example.org".
NAMED_WEBSITE = re.compile(
    r"^(?P<name>[^:：]+?)\s*[:：]\s*(?P<url>(?:https?://|www\.)[^\s()（）]+)$"
)
# General Office    0555-7003 1001
NAMED_NUMBER = re.compile(
    r"^(?P<name>[^\W\d][^.;:。；：]{1,100}?)[\s:：,，|—–-]+"
    rf"(?P<label>(?:{CONTACT['telephone']})\s*[:：.]\s*)?"
    r"(?P<number>\+?[\d(（][\d\s()（）/-]{5,30}\d)$",
    re.I,
)
FEWEST_DIGITS = 7
YEARS = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d")
# What stood between two details.
SEPARATORS = " \t\xa0,;，；(（"
# A number that can be dialled from elsewhere has a country or an area code.
COMPLETE_NUMBER = re.compile(r"(?:\+\d|\(?0\d{2,3}\)?[-\s]).*")
SHORT_NUMBER = re.compile(r"[/／]|ext\.?", re.I)


def is_contact(line: str) -> bool:
    """Whether a line gives a detail or names a site."""
    short = line[:LONGEST_LINE]
    return is_contact_line(short) or NAMED_WEBSITE.match(short) is not None


def named_number(line: str) -> re.Match[str] | None:
    """An office and its telephone number, with no label before it."""
    match = NAMED_NUMBER.match(line) if len(line) <= LONGEST_LINE else None
    if not match or date_in(match["number"]) or YEARS.fullmatch(match["number"]):
        return None
    return match if sum(map(str.isdecimal, match["number"])) >= FEWEST_DIGITS else None


def sort_of_address(line: str) -> str:
    """Whether a line is an address of the net without a label: ``email``, ``website`` or empty."""
    target = Destination(0, "contact_points", (0, "email"))
    if len(line) > LONGEST_LINE or " " in line or "." not in line.strip("."):
        return ""
    if fits(target, line):
        return "email"
    is_website = line.startswith(("www.", "http://", "https://"))
    return "website" if is_website and fits(replace(target, path=(0, "website")), line) else ""


class ContactPoints:
    """The contact points of a page, one after another."""

    def __init__(self, sketch: Sketch, page: int) -> None:
        self.sketch = sketch
        self.page = page
        self.row = 0

    def place(self, chunk: Chunk) -> None:
        """A line of details, an office with its number, or the name of an office."""
        match = named_number(chunk.excerpt.text)
        if chunk.sign:
            self.sketch.add(chunk.sign, Role.MARKER, chunk.language)
        if is_contact_line(chunk.excerpt.text):
            place_details(self.sketch, chunk, self.page, self.row)
        elif match:
            if not self._is_free("office", chunk.language) or not self._is_free("telephone", ""):
                self.begin()
            self._name(chunk, chunk.excerpt.group(match, "name"))
            if match["label"]:
                self.sketch.add(chunk.excerpt.group(match, "label"), Role.LABEL, chunk.language)
            number = chunk.excerpt.group(match, "number")
            self.sketch.place(number, Role.CONTACT, "", self._target("telephone"))
        elif sort := sort_of_address(chunk.excerpt.text):
            target = _free_target(self.sketch, self._target(sort), "")
            self.sketch.place(chunk.excerpt, Role.CONTACT, "", target)
        else:
            if not self._is_free("office", chunk.language):
                self.begin()
            self._name(chunk, chunk.excerpt)

    def begin(self) -> None:
        """Begin a new contact point, unless the one at hand is empty."""
        self.row = self.sketch.last_rows.get((self.page, "contact_points"), -1) + 1

    def _name(self, chunk: Chunk, name: Excerpt) -> None:
        self.sketch.place(name, Role.NAME, chunk.language, self._target("office"))

    def _is_free(self, part: str, language: str) -> bool:
        """Whether the contact point at hand can still take this."""
        return (self._target(part), language) not in self.sketch.taken

    def _target(self, part: str) -> Destination:
        return Destination(self.page, "contact_points", (self.row, part))


def place_details(sketch: Sketch, chunk: Chunk, page: int, row: int) -> None:
    """Give every detail of a line its field; an address belongs to the language it is in."""
    line = chunk.excerpt
    found = list(DETAIL.finditer(line.text))
    for match, following in zip_longest(found, found[1:]):
        name = match.lastgroup
        sketch.add(line.part(*match.span()), Role.LABEL, chunk.language)
        value = _value(line, match.end(), following.start() if following else len(line.text))
        language = (language_of_text(value.text) or ENGLISH) if name == "address" else ""
        if fits(Destination(page, "contact_points", (row, name)), value.text):
            target = _free_target(
                sketch, Destination(page, "contact_points", (row, name)), language
            )
            sketch.place(value, Role.CONTACT, language, target)
        if name in {"telephone", "fax"}:
            _check_number(sketch, value, chunk.line, page)


def _free_target(sketch: Sketch, target: Destination, language: str) -> Destination:
    """The place for a detail: a second number of the same sort is a contact point of its own."""
    if (target, language) not in sketch.taken:
        return target
    last = sketch.last_rows[target.page, target.field]
    return replace(target, path=(last + 1, *target.path[1:]))


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
