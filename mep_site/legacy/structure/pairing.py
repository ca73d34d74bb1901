"""Pairs chunks with their translations: one passage for each paragraph, in all its languages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from ..phrases.headings import SectionTopic, office_topic, topic_of
from ..phrases.markers import ListMarker
from ..reading.languages import CHINESE
from .chunks import Chunk

# An English paragraph has about three letters for each Chinese character.
USUAL_RATIO = 3.2
LEAST_RATIO, GREATEST_RATIO = 1.2, 8.0
# Below this length a ratio says nothing.
SHORTEST_COMPARED = 25
# As many chunks in a row are a text of their own, not the translation of one paragraph.
FEWEST_IN_A_ROW = 3


@dataclass(frozen=True)
class AlignedPassage:
    """Units that translate one another. The mark is that of the first."""

    chunks: tuple[Chunk, ...]
    texts: dict[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, *chunks: Chunk) -> "AlignedPassage":
        """A passage of these chunks; a paragraph split in translation keeps its parts."""
        texts: dict[str, str] = {}
        for chunk in chunks:
            before = f"{texts[chunk.language]}\n" if chunk.language in texts else ""
            texts[chunk.language] = before + chunk.text
        return cls(chunks, texts=texts)

    def only(self, languages: Sequence[str]) -> "AlignedPassage | None":
        """The passage in these languages, if it is in any of them."""
        chunks = [chunk for chunk in self.chunks if chunk.language in languages]
        return AlignedPassage.of(*chunks) if chunks else None

    @property
    def first(self) -> Chunk:
        """The chunk that the others translate."""
        return self.chunks[0]

    @property
    def mark(self) -> ListMarker:
        return self.first.mark

    @property
    def topic(self) -> SectionTopic | None:
        """What the passage announces, if it is a heading in a page about an office."""
        return topic_of([chunk.text for chunk in self.chunks])

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.first.line

    @property
    def languages(self) -> list[str]:
        return list(self.texts)

    @property
    def is_sentence(self) -> bool:
        """Whether the passage ends as a sentence does; its first language decides."""
        return self.first.is_sentence

    def __str__(self) -> str:
        return self.first.text


def passages_in(chunks: Sequence[Chunk], languages: Sequence[str]) -> list[AlignedPassage]:
    """Pair the chunks of a capture in these languages, which stand in the order of their texts.

    A chunk in the first language starts a passage; chunks in later languages join it until the next
    one. So a paragraph that was split in translation stays one passage.
    """
    if len(languages) < 2:
        return [AlignedPassage.of(chunk) for chunk in chunks]
    details = [chunk for chunk in chunks if chunk.is_detail]
    texts = _one_after_another([chunk for chunk in chunks if not chunk.is_detail], languages)
    if texts:
        rows = [AlignedPassage.of(*filter(None, row)) for row in zip_longest(*texts)]
        return [*rows, *map(AlignedPassage.of, details)]
    groups: list[list[Chunk]] = []
    for chunk in chunks:
        if groups and _translates(chunk, groups[-1], languages):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [AlignedPassage.of(*group) for group in _rejoined(groups, languages)]


def _one_after_another(chunks: Sequence[Chunk], languages: Sequence[str]) -> list[list[Chunk]]:
    """The whole text in each language, if it does not alternate; else nothing."""
    runs = [list(run) for _, run in groupby(chunks, key=lambda chunk: chunk.language)]
    is_separate = len(runs) == len(languages) and min(map(len, runs)) >= FEWEST_IN_A_ROW
    return runs if is_separate else []


def _translates(chunk: Chunk, group: Sequence[Chunk], languages: Sequence[str]) -> bool:
    if chunk.sign or chunk.language not in languages or group[0].language != languages[0]:
        return False
    if chunk.is_detail != group[0].is_detail or _is_odd_heading(chunk, group):
        return False
    place, last = languages.index(chunk.language), languages.index(group[-1].language)
    if chunk.language == group[-1].language:
        return place > 0 and _both_are_text(chunk, group[-1])
    return place > last


def _is_odd_heading(chunk: Chunk, group: Sequence[Chunk]) -> bool:
    """Whether a heading stands below what is none: it can't be its translation."""
    return bool(office_topic(chunk.text)) and not topic_of([each.text for each in group])


def _both_are_text(chunk: Chunk, above: Chunk) -> bool:
    """Whether two chunks in one language can be halves of one paragraph: no heading among them."""
    return chunk.is_sentence and above.is_sentence


def _rejoined(groups: list[list[Chunk]], languages: Sequence[str]) -> Iterator[list[Chunk]]:
    """Two paragraphs of the first language with one translation, put together again."""
    if languages[0] != CHINESE:
        yield from groups
        return
    waiting: list[Chunk] = []
    for group in groups:
        if waiting and _translates_both(waiting, group):
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


def _translates_both(waiting: Sequence[Chunk], group: Sequence[Chunk]) -> bool:
    """Whether the translation in a group is too long for its own paragraph, and fits both."""
    first, *others = group
    if not others or first.sign or not first.is_sentence:
        return False
    alone = _ratio(first.text, others[0].text)
    both = _ratio(waiting[0].text + first.text, others[0].text)
    return alone > both > 0 and abs(both - USUAL_RATIO) < abs(alone - USUAL_RATIO) / 2


def _ratio(text: str, translation: str) -> float:
    return len(translation) / max(1, len(text))
