"""What a format reads: the same units, with what was done to them outside."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mep_site.translations.content.pins import fingerprint
from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages import Language

from .codes import Coded, CodeKind, TagCode, codes_of, html_of_codes


@dataclass(frozen=True)
class ReturnedUnit:
    """A unit on its way back.

    ``text`` is as the site stores it, ``None`` where ``fault`` says what is wrong with it. ``seen``
    and ``base`` are the fingerprints that went out with it, empty where the file lost them; ``was``
    is the state in which it went out. ``sent`` is the fingerprint of the translation as the format
    had it, where that cannot keep all of it. ``comment`` is what a reviewer wrote beside it.
    """

    unit: str
    text: str | None
    state: UnitState | None
    seen: str = ""
    base: str = ""
    was: UnitState | None = None
    fault: str = ""
    sent: str = ""
    comment: str = ""

    @property
    def has_changed(self) -> bool:
        """Whether another text came back than went out."""
        return bool(self.text) and fingerprint(self.text) != (self.sent or self.base)


@dataclass(frozen=True)
class ReturnedPage:
    """The units of one page that came back."""

    page_id: int
    key: str
    title: str
    units: tuple[ReturnedUnit, ...]


@dataclass(frozen=True)
class ReturnedDocument:
    """What came back of some pages."""

    site: str
    language: Language
    pages: tuple[ReturnedPage, ...]
    format: str = ""


class UnreadableError(Exception):
    """A file cannot be taken in; the message tells a person why, and what to do."""


def restored(text: Coded, markup: Mapping[str, str], required: list[str]) -> tuple[str | None, str]:
    """The rich text that words and codes make, or what is wrong with the codes."""
    found = Counter(code.number for code in codes_of(text))
    lost = [number for number in required if not found[number]]
    doubled = [number for number, times in found.items() if times > 1]
    foreign = [number for number in found if number not in markup]
    fault = _told(lost, doubled, foreign, markup)
    if not fault and not _is_nested(text):
        fault = _("A code ends before it begins, or two codes cross.")
    return (None, fault) if fault else (html_of_codes(text), "")


def _is_nested(text: Coded) -> bool:
    """Whether every code that is opened is closed, the last one first."""
    open_codes: list[str] = []
    for each in text:
        if isinstance(each, TagCode) and each.kind is CodeKind.OPENING:
            open_codes.append(each.number)
        elif isinstance(each, TagCode) and each.kind is CodeKind.CLOSING:
            last = open_codes.pop() if open_codes else ""
            if last != each.number:
                return False
    return not open_codes


def _told(
    lost: list[str], doubled: list[str], foreign: list[str], markup: Mapping[str, str]
) -> str:
    def named(numbers: list[str]) -> str:
        return ", ".join(f"{number} {markup.get(number, '')}".strip() for number in numbers)

    sentences = []
    if lost:
        sentences.append(
            ngettext("A code is missing: %(codes)s.", "Codes are missing: %(codes)s.", len(lost))
            % {"codes": named(lost)}
        )
    if doubled:
        sentences.append(
            ngettext(
                "A code is there twice: %(codes)s.",
                "Codes are there twice: %(codes)s.",
                len(doubled),
            )
            % {"codes": named(doubled)}
        )
    if foreign:
        sentences.append(
            _("There are codes that did not go out: %(codes)s.") % {"codes": named(foreign)}
        )
    return " ".join(sentences)
