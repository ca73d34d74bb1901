"""Asks the checks about every translation of the site, and counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from mep_site.core.models import BasePage
from mep_site.terms.base import term_index
from mep_site.textchecks.asking import check_units
from mep_site.textchecks.findings import Finding
from mep_site.translations.content.content import Content
from mep_site.translations.languages import Language, authoritative, languages

# What a translation has not is no alarm about what it has.
ABSENCES = frozenset({"empty", "surplus"})


@dataclass(frozen=True)
class FoundAlarm:
    """A finding in a text of the site."""

    page: str
    unit: str
    language: Language
    finding: Finding


@dataclass
class Alarms:
    """How many pairs of texts there are in a language, and what is found in them."""

    language: Language
    pairs: int = 0
    found: list[FoundAlarm] = field(default_factory=list)

    @property
    def units(self) -> int:
        """How many pairs have a finding."""
        return len({(each.page, each.unit) for each in self.found})

    @property
    def percent(self) -> float:
        """The share of these."""
        return 100 * self.units / self.pairs if self.pairs else 0.0

    @property
    def by_check(self) -> Counter[str]:
        """How many findings each check has."""
        return Counter(each.finding.check for each in self.found)


def alarms_of_site() -> list[Alarms]:
    """What is found in the public translations of all pages, by language."""
    counted = {language: Alarms(language) for language in languages()[1:]}
    for page in BasePage.objects.live().specific().iterator():
        content = Content.of(page)
        chinese = content.texts(authoritative())
        for language, alarms in counted.items():
            translation = content.texts(language)
            alarms.pairs += len(chinese.keys() & translation.keys())
            alarms.found += _found(page.url_path, language, chinese, translation)
    return list(counted.values())


def _found(
    page: str, language: Language, chinese: dict[str, str], translation: dict[str, str]
) -> Iterator[FoundAlarm]:
    if not translation:
        return
    for unit, findings in check_units(chinese, translation, language, term_index(language)).items():
        for each in findings:
            if each.check not in ABSENCES:
                yield FoundAlarm(page, unit, language, each)
