"""What a format writes: the units of some pages in one language beside those of their source."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from mep_site.foreign_xml import without_unwritable
from mep_site.terms.matching import TermEntry
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages import Language

from .codes import (
    Coded,
    coded,
    codes_of,
    html_of_codes,
    markup_of,
    words_between_codes,
)


@dataclass(frozen=True)
class SentUnit:
    """A unit on its way out: the source text, the translation so far, and how far that is.

    Both are as the site stores them, rich where ``is_rich``. ``seen`` is the fingerprint of the
    source text. ``is_public`` says whether the translation is what visitors read. ``terms`` are
    those that stand in the source text.
    """

    unit: str
    label: str
    is_rich: bool
    source: str
    target: str
    state: UnitState | None
    seen: str
    is_public: bool = False
    max_length: int | None = None
    notes: tuple[str, ...] = ()
    terms: tuple[TermEntry, ...] = ()

    @cached_property
    def coded_source(self) -> Coded:
        """The source text as words and codes."""
        return coded(self.source) if self.is_rich else (without_unwritable(self.source),)

    @cached_property
    def coded_target(self) -> Coded:
        """The translation, its codes numbered as those of the source; empty if there is none."""
        if not self.target or self.is_rich:
            return coded(self.target, self.coded_source)
        return (without_unwritable(self.target),)

    @property
    def hints(self) -> tuple[str, ...]:
        """What a translator should know of it, the terms included, as sentences."""
        return (*self.notes, *map(term_hint, self.terms))

    @property
    def base(self) -> str:
        """The fingerprint of the translation so far, in the form in which it comes back."""
        text = self.coded_target
        return fingerprint(html_of_codes(text) if self.is_rich else words_between_codes(text))

    @property
    def own_markup(self) -> dict[str, str]:
        """The tags that the translation has otherwise than the source, or has alone."""
        common = markup_of(self.coded_source)
        own = markup_of(self.coded_target)
        return {number: tag for number, tag in own.items() if common.get(number) != tag}

    @property
    def required(self) -> list[str]:
        """The codes that a translation must have: of the source, but for what lacks already."""
        numbers = [code.number for code in codes_of(self.coded_source)]
        if not self.target:
            return numbers
        kept = {code.number for code in codes_of(self.coded_target)}
        return [number for number in numbers if number in kept]


@dataclass(frozen=True)
class SentPage:
    """The segments of one page; ``key`` is what the page is known by whatever becomes of it."""

    page_id: int
    key: str
    title: str
    section: str
    segments: tuple[SentUnit, ...]


@dataclass(frozen=True)
class Document:
    """The segments of some pages, from one language into one other; ``site`` is where they are."""

    site: str
    source_language: Language
    language: Language
    pages: tuple[SentPage, ...]


def term_hint(entry: TermEntry) -> str:
    """What stands for a term, and what must not, as a sentence."""
    facts = {
        "term": entry.chinese,
        "approved": ", ".join(entry.approved),
        "forbidden": ", ".join(entry.forbidden),
    }
    if not entry.forbidden:
        return _("Term: %(term)s = %(approved)s") % facts
    if not entry.approved:
        return _("Term: %(term)s, not: %(forbidden)s") % facts
    return _("Term: %(term)s = %(approved)s; not: %(forbidden)s") % facts
