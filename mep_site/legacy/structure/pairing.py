"""Pairs units with their translations: one passage for each paragraph, in all its languages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from ..phrases.headings import Topic, office_topic, topic_of
from ..phrases.markers import Mark
from ..reading.languages import CHINESE
from .units import Unit

# An English paragraph has about three letters for each Chinese character.
USUAL_RATIO = 3.2
LEAST_RATIO, GREATEST_RATIO = 1.2, 8.0
# Below this length a ratio says nothing.
SHORTEST_COMPARED = 25
# As many units in a row are a text of their own, not the translation of one paragraph.
FEWEST_IN_A_ROW = 3


@dataclass(frozen=True)
class Passage:
    """Units that render one another. The mark is that of the first."""

    units: tuple[Unit, ...]
    texts: dict[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, *units: Unit) -> "Passage":
        """A passage of these units; a paragraph split in translation keeps its parts."""
        texts: dict[str, str] = {}
        for unit in units:
            before = f"{texts[unit.language]}\n" if unit.language in texts else ""
            texts[unit.language] = before + unit.text
        return cls(units, texts=texts)

    def only(self, languages: Sequence[str]) -> "Passage | None":
        """The passage in these languages, if it is in any of them."""
        units = [unit for unit in self.units if unit.language in languages]
        return Passage.of(*units) if units else None

    @property
    def first(self) -> Unit:
        """The unit that the others translate."""
        return self.units[0]

    @property
    def mark(self) -> Mark:
        """The mark before the passage."""
        return self.first.mark

    @property
    def topic(self) -> Topic | None:
        """What the passage announces, if it is a heading in a page about an office."""
        return topic_of([unit.text for unit in self.units])

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.first.line

    @property
    def languages(self) -> list[str]:
        """The languages that it is in."""
        return list(self.texts)

    @property
    def is_sentence(self) -> bool:
        """Whether the passage ends as a sentence does; its first language decides."""
        return self.first.is_sentence

    def __str__(self) -> str:
        return self.first.text


def passages_in(units: Sequence[Unit], languages: Sequence[str]) -> list[Passage]:
    """Pair the units of a capture in these languages, which stand in the order of their texts.

    A unit in the first language starts a passage; units in later languages join it until the next
    one. So a paragraph that was split in translation stays one passage.
    """
    if len(languages) < 2:
        return [Passage.of(unit) for unit in units]
    details = [unit for unit in units if unit.is_detail]
    texts = _one_after_another([unit for unit in units if not unit.is_detail], languages)
    if texts:
        rows = [Passage.of(*filter(None, row)) for row in zip_longest(*texts)]
        return [*rows, *map(Passage.of, details)]
    groups: list[list[Unit]] = []
    for unit in units:
        if groups and _translates(unit, groups[-1], languages):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return [Passage.of(*group) for group in _rejoined(groups, languages)]


def _one_after_another(units: Sequence[Unit], languages: Sequence[str]) -> list[list[Unit]]:
    """The whole text in each language, if it does not alternate; else nothing."""
    runs = [list(run) for _, run in groupby(units, key=lambda unit: unit.language)]
    is_separate = len(runs) == len(languages) and min(map(len, runs)) >= FEWEST_IN_A_ROW
    return runs if is_separate else []


def _translates(unit: Unit, group: Sequence[Unit], languages: Sequence[str]) -> bool:
    if unit.sign or unit.language not in languages or group[0].language != languages[0]:
        return False
    if unit.is_detail != group[0].is_detail or _is_odd_heading(unit, group):
        return False
    place, last = languages.index(unit.language), languages.index(group[-1].language)
    if unit.language == group[-1].language:
        return place > 0 and _both_are_text(unit, group[-1])
    return place > last


def _is_odd_heading(unit: Unit, group: Sequence[Unit]) -> bool:
    """Whether a heading stands below what is none: it can't be its translation."""
    return bool(office_topic(unit.text)) and not topic_of([each.text for each in group])


def _both_are_text(unit: Unit, above: Unit) -> bool:
    """Whether two units in one language can be halves of one paragraph: no heading among them."""
    return unit.is_sentence and above.is_sentence


def _rejoined(groups: list[list[Unit]], languages: Sequence[str]) -> Iterator[list[Unit]]:
    """Two paragraphs of the first language that one translation renders, put together again."""
    if languages[0] != CHINESE:
        yield from groups
        return
    waiting: list[Unit] = []
    for group in groups:
        if waiting and _renders_both(waiting, group):
            yield [*waiting, *group]
            waiting = []
            continue
        if waiting:
            yield waiting
        alone = len(group) == 1 and group[0].language == languages[0]
        waiting = group if alone and group[0].is_sentence and not group[0].sign else []
        if not waiting:
            yield group
    if waiting:
        yield waiting


def _renders_both(waiting: Sequence[Unit], group: Sequence[Unit]) -> bool:
    """Whether the translation in a group is too long for its own paragraph, and fits both."""
    first, *others = group
    if not others or first.sign or not first.is_sentence:
        return False
    alone = _ratio(first.text, others[0].text)
    both = _ratio(waiting[0].text + first.text, others[0].text)
    return alone > both > 0 and abs(both - USUAL_RATIO) < abs(alone - USUAL_RATIO) / 2


def _ratio(text: str, translation: str) -> float:
    return len(translation) / max(1, len(text))
