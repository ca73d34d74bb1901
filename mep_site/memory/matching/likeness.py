"""Finds the texts that are alike among a hundred thousand, within milliseconds, missing none.

Every text has a slot. For each character there is a number whose bits are the slots of the texts
that it stands in, so that with a few operations on these numbers the characters that a text shares
with every other one are counted at once. Only those that share enough are compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from rapidfuzz import process
from rapidfuzz.distance import Indel

CUTOFF = 0.7
# Of two texts that are alike the shorter one has at least this part of the other's length.
SHORTEST = CUTOFF / (2 - CUTOFF)
ROUNDING = 1e-9
# Characters share a column, or there would be thousands. A prime number, so that characters that
# follow each other in Unicode do not.
COLUMNS = 509
AT_ONCE = 512


def columns_of(text: str) -> set[int]:
    """The columns of the characters of a text."""
    return {ord(character) % COLUMNS for character in text}


@dataclass
class LikenessIndex:
    """Texts with their keys. One thread may add and remove while others ask."""

    texts: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    slots: dict[str, int] = field(default_factory=dict)
    columns: list[int] = field(default_factory=lambda: [0] * COLUMNS)
    by_length: dict[int, int] = field(default_factory=dict)

    def add(self, texts: Sequence[tuple[str, str]]) -> None:
        """Take keys and texts in; the keys are new."""
        for start in range(0, len(texts), AT_ONCE):
            self._add(texts[start : start + AT_ONCE])

    def _add(self, some: Sequence[tuple[str, str]]) -> None:
        first = len(self.texts)
        columns, lengths = [0] * COLUMNS, dict.fromkeys({len(text) for _, text in some}, 0)
        for at, (key, text) in enumerate(some):
            self.slots[key] = first + at
            for column in columns_of(text):
                columns[column] |= 1 << at
            lengths[len(text)] |= 1 << at
        self.texts += [text for _, text in some]
        self.keys += [key for key, _ in some]
        for column, bits in enumerate(columns):
            if bits:
                self.columns[column] |= bits << first
        for length, bits in lengths.items():
            self.by_length[length] = self.by_length.get(length, 0) | (bits << first)

    def remove(self, keys: Iterable[str]) -> None:
        """Find these texts no more."""
        for key in keys:
            slot = self.slots.pop(key)
            self.by_length[len(self.texts[slot])] &= ~(1 << slot)

    @property
    def wasted(self) -> int:
        """How many slots have no text any more."""
        return len(self.texts) - len(self.slots)

    def packed(self) -> "LikenessIndex":
        """One with the same texts that wastes nothing."""
        other = LikenessIndex()
        other.add([(key, self.texts[slot]) for key, slot in self.slots.items()])
        return other

    def like(self, text: str, limit: int) -> list[tuple[str, float]]:
        """The keys of the most similar texts and their similarity, at least :data:`CUTOFF`."""
        slots = list(slots_in(self._candidates(text)))
        found = process.extract(
            text,
            [self.texts[slot] for slot in slots],
            scorer=Indel.normalized_similarity,
            score_cutoff=CUTOFF,
            limit=limit,
        )
        return [(self.keys[slots[place]], score) for _text, score, place in found]

    def _candidates(self, text: str) -> int:
        """The slots of all texts that can be alike, and of few others.

        Where two texts are alike, at least CUTOFF of their mean length stands in both. A character
        that comes again, or shares its column with another one, is counted once.
        """
        columns, length = columns_of(text), len(text)
        uncounted = length - len(columns)
        lengths = range(int(length * SHORTEST), int(length / SHORTEST) + 2)
        present = {each: self.by_length[each] for each in lengths if self.by_length.get(each)}
        counts = Counts(self.columns[each] for each in columns)
        found, enough = 0, {}
        for other, slots in present.items():
            wanted = ceil(CUTOFF * (length + other) / 2 - ROUNDING) - uncounted
            if wanted not in enough:
                enough[wanted] = counts.at_least(wanted)
            found |= slots & enough[wanted]
        return found


class Counts:
    """For each bit, in how many of some numbers it is set; written in binary, across numbers."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self.digits: list[int] = []
        for number in numbers:
            self._add(number)

    def _add(self, carry: int) -> None:
        for place, digit in enumerate(self.digits):
            if not carry:
                return
            self.digits[place], carry = digit ^ carry, digit & carry
        if carry:
            self.digits.append(carry)

    def at_least(self, wanted: int) -> int:
        """The bits that are set in so many of the numbers; all bits if that is none."""
        if wanted <= 0:
            return -1
        if wanted >> len(self.digits):
            return 0
        more, equal = 0, -1
        for place in reversed(range(len(self.digits))):
            if wanted >> place & 1:
                equal &= self.digits[place]
            else:
                more |= equal & self.digits[place]
                equal &= ~self.digits[place]
        return more | equal


def slots_in(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    written = bin(bits)[:1:-1]
    place = written.find("1")
    while place >= 0:
        yield place
        place = written.find("1", place + 1)
