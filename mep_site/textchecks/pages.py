"""The findings of a page in one language, and which of them were set aside.

Costs three queries or fewer, however many texts the page has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model

from mep_site.terms.base import term_index
from mep_site.translations.admin.forms.sources import Source
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import Language, authoritative

from .asking import check_units
from .findings import Finding, FindingSeverity, TextCheck
from .models import CheckDecision, FindingSetAside
from .registry import BY_NAME


@dataclass(frozen=True)
class UnitFinding:
    """A finding in a text of a page; ``set_aside`` says who took it for no fault, and why."""

    unit: str
    finding: Finding
    fingerprint: str
    set_aside: FindingSetAside | None = None

    @property
    def check(self) -> TextCheck:
        """The check that found it."""
        return BY_NAME[self.finding.check]

    @property
    def is_open(self) -> bool:
        """Whether somebody should look at it."""
        return self.set_aside is None

    @property
    def is_severe(self) -> bool:
        """Whether it keeps the text from being published, unless it is set aside."""
        return self.finding.severity == FindingSeverity.BLOCKING

    @property
    def is_blocking(self) -> bool:
        """Whether the text may not be published as it is."""
        return self.is_open and self.is_severe

    @property
    def anchor(self) -> str:
        """A name for it in a page."""
        return f"{self.finding.check}-{self.fingerprint}"

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by among those of a page."""
        return self.unit, self.finding.check, self.fingerprint


@dataclass(frozen=True)
class PageFindings:
    """What was found in the texts of a page, by unit, in the order of the page."""

    by_unit: Mapping[str, list[UnitFinding]]

    def __iter__(self) -> Iterator[UnitFinding]:
        for findings in self.by_unit.values():
            yield from findings

    @cached_property
    def open(self) -> list[UnitFinding]:
        """Those that were not set aside."""
        return [each for each in self if each.is_open]

    @property
    def blocking(self) -> list[UnitFinding]:
        """Those that keep the page from being published."""
        return [each for each in self.open if each.is_blocking]

    def of_unit(self, unit: str) -> list[UnitFinding]:
        """What was found in one text."""
        return self.by_unit.get(unit, [])


NOTHING = PageFindings({})


def findings_of_texts(
    page_id: int, language: Language, chinese: Mapping[str, str], translation: Mapping[str, str]
) -> PageFindings:
    """What is found in these texts, by unit, as texts of this page."""
    severities = CheckDecision.objects.severities()
    found = check_units(chinese, translation, language, term_index(language), severities)
    if not found:
        return NOTHING
    aside = {
        each.key: each
        for each in FindingSetAside.objects.filter(
            page_id=page_id, language=language.code
        ).select_related("set_aside_by")
    }
    return PageFindings(
        {
            unit: [
                _of_unit(unit, each, chinese.get(unit, ""), translation.get(unit, ""), aside)
                for each in findings
            ]
            for unit, findings in found.items()
        }
    )


def _of_unit(
    unit: str,
    finding: Finding,
    chinese: str,
    translation: str,
    aside: Mapping[tuple[str, str, str], FindingSetAside],
) -> UnitFinding:
    texts = (chinese, translation, finding.source_text, finding.target_text)
    name = fingerprint("\0".join(fingerprint(text) for text in texts))
    return UnitFinding(unit, finding, name, aside.get((unit, finding.check, name)))


def findings_of_content(page_id: int, content: Content, language: Language) -> PageFindings:
    """What is found in a content of a page; nothing where it translates no Chinese."""
    if language == authoritative() or content.source_language != authoritative():
        return NOTHING
    chinese = {unit.id: unit.text for unit in content.units(authoritative())}
    return findings_of_texts(page_id, language, chinese, _with_place(content, language, chinese))


def findings_of_draft(page: Model, source: Source) -> PageFindings:
    """What is found in the draft that is in scope, against the Chinese that translators see."""
    if not source.has_pins:
        return NOTHING
    names = dict.fromkeys([*source.draft, *source.published])
    chinese = {name: source.unit(name).text for name in names}
    language = page.edition_language
    translation = _with_place(Content.of(page), language, chinese)
    return findings_of_texts(page.pk, language, chinese, translation)


def _with_place(content: Content, language: Language, chinese: Mapping[str, str]) -> dict[str, str]:
    """The texts of a translation but for those whose counterpart the Chinese has removed."""
    return {name: text for name, text in content.texts(language).items() if name in chinese}
