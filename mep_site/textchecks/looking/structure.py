"""Lists and tables: as many items, rows and columns as the Chinese has, and as many as is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..findings import Found, TextPair
from ..words import CHINESE, LanguageTraits, traits_of

# "27 member states: …", "成员国27个：…", "13 государств-наблюдателей: …"
ANNOUNCED = re.compile(
    r"(?P<head>[^。.!?;:：；\n]{0,60}?)(?<![\d.,])(?P<count>\d{1,3})(?![\d.,%])"
    r"(?P<noun>[^。.!?;:：；\n\d]{0,60})[:：]\s*(?P<items>[^。；;:：\n]+)"
)
COLON = re.compile(r"\d[^\d]{0,60}[:：]")
SEPARATORS = re.compile(r"\s*[、，,;]\s*|以及")
# Joins the last two items; within the others it is part of a name.
LAST = re.compile(
    r"^(?P<one>.*\S)(?:\s+(?:and|as well as|и|а также)\s+|(?<=[\u4e00-\u9fff])[和与及])"
    r"(?P<other>.+)$"
)
JOINT = re.compile(r"^(?:and|as well as|и|а также)\s+")
# Fewer items may be anything: a date, a place.
LEAST_ITEMS = 3


def has_other_lists(pair: TextPair) -> Iterator[Found]:
    """A list is missing, or has more or fewer items."""
    source, target = pair.chinese.lists, pair.translation.lists
    if len(source) != len(target):
        # Numbered lines of plain text may be headings in one language and a sentence in another.
        message = _("The Chinese has %(chinese)s lists, the translation %(translation)s.")
        yield message % {"chinese": len(source), "translation": len(target)}, "", ""
        return
    for number, (chinese, translation) in enumerate(zip(source, target, strict=True), start=1):
        if chinese != translation:
            message = _(
                "List %(number)s has %(chinese)s items in Chinese and %(translation)s in the "
                "translation."
            )
            counts = {"number": number, "chinese": chinese, "translation": translation}
            yield message % counts, str(chinese), str(translation)


def has_other_tables(pair: TextPair) -> Iterator[Found]:
    """A table is missing, or has more or fewer rows or columns."""
    source, target = pair.chinese.tables, pair.translation.tables
    if source != target:
        chinese, translation = (
            ", ".join(f"{rows} × {columns}" for rows, columns in tables) or "0"
            for tables in (source, target)
        )
        message = _("The tables of the translation have other rows or columns than the Chinese.")
        yield message, chinese, translation


@dataclass(frozen=True)
class Enumeration:
    """A list in running text, with the number that it announces."""

    text: str
    announced: int
    noun: str
    items: tuple[str, ...]

    @property
    def head(self) -> str:
        """The words that announce it."""
        return self.text[: self.text.index(self.items[0])].strip(" :：")


def enumerations_in(text: str) -> Iterator[Enumeration]:
    """The lists of a running text that say how long they are."""
    if not COLON.search(text):
        return
    for match in ANNOUNCED.finditer(text):
        items = list(_items_of(match["items"]))
        if len(items) >= LEAST_ITEMS:
            noun = f"{match['head']} {match['noun']}"
            yield Enumeration(match[0].strip(), int(match["count"]), noun, tuple(items))


def _items_of(text: str) -> Iterator[str]:
    parts = [each.strip(" .…") for each in SEPARATORS.split(text)]
    *others, last = [JOINT.sub("", each) for each in parts if each] or [""]
    yield from others
    joined = None if JOINT.match(parts[-1]) else LAST.match(last)
    yield from joined.groups() if joined else [last]


def miscounts(pair: TextPair) -> Iterator[Found]:
    """What is announced is not what is listed: another number, or organisations among states."""
    chinese = list(enumerations_in(pair.chinese.line))
    translation = list(enumerations_in(pair.translation.line))
    for each in translation:
        message = _calls_all_states(each, traits_of(pair.language))
        if message:
            yield message, chinese[0].head if chinese else "", each.head
    if len(chinese) == len(translation):
        for one, other in zip(chinese, translation, strict=True):
            if one.announced == other.announced and len(one.items) != len(other.items):
                message = _("The Chinese lists %(chinese)s, the translation %(translation)s.")
                counts = {"chinese": len(one.items), "translation": len(other.items)}
                yield message % counts, one.head, other.head
    for each in chinese:
        message = _calls_all_states(each, CHINESE)
        if message:
            yield message, each.head, ""


def _calls_all_states(each: Enumeration, traits: LanguageTraits) -> str:
    organisations = sum(1 for item in each.items if traits.organisation.search(item))
    states = len(each.items) - organisations
    if not (traits.states.search(each.noun) and organisations and states):
        return ""
    return _("“%(announced)s” are announced as states; listed are %(states)s and %(others)s.") % {
        "announced": each.head,
        "states": ngettext("%(count)s state", "%(count)s states", states) % {"count": states},
        "others": ngettext("%(count)s organisation", "%(count)s organisations", organisations)
        % {"count": organisations},
    }
