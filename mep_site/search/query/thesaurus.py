"""Words near in meaning: visitors say smog where the ministry writes of air quality.

The files in ``words_near`` have one group a line. In ``a, b: c, d`` whoever types a or b finds c
and d too, for less than what was typed; without a colon each finds all others. Names that mean the
same and count the same are the search terms of the editors, see ``terminology``.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from ..analysis.folding import fold
from ..analysis.index_terms import Phrase, phrases_in
from ..analysis.script_runs import Script, segments
from .spelling import spellings
from .terminology import Atom, atoms
from .word_forms import russian_stems

FILES = Path(__file__).parent / "words_near"

Values = tuple[str, ...]


class Thesaurus:
    """What is near in meaning to words, which are given by the values of their atoms."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._near: dict[Values, dict[Phrase, None]] = {}
        self.longest = 1
        for line in lines:
            typed, colon, found = line.partition(":")
            self._add(_names(typed), _names(found) if colon else _names(typed))

    def _add(self, typed: list[str], found: list[str]) -> None:
        phrases = {phrase: None for name in found for phrase in _phrases(name)}
        for name in typed:
            values = values_of(name)
            self.longest = max(self.longest, len(values))
            self._near.setdefault(values, {}).update(phrases)

    def knows(self, values: Values) -> bool:
        """Whether these words together have anything near to them."""
        return values in self._near

    def near(self, values: Values) -> tuple[Phrase, ...]:
        """What finds words near in meaning, the nearest first."""
        return tuple(self._near.get(values, ()))

    def longest_at(self, parts: Sequence[Atom], at: int) -> int:
        """How many words from ``at`` on are known together; 0 if that is not more than one."""
        for length in range(min(self.longest, len(parts) - at), 1, -1):
            if self.knows(tuple(atom.value for atom in parts[at : at + length])):
                return length
        return 0


def values_of(text: str) -> Values:
    """What words are known by: each by its stem, Chinese as it is."""
    parts = list(segments(fold(text)))
    if any(part.script == Script.HAN for part in parts):
        return ("".join(part.text for part in parts),)
    return tuple(atom.value for atom in atoms(parts))


@cache
def thesaurus() -> Thesaurus:
    """The words of all languages."""
    return Thesaurus(_lines())


def _lines() -> Iterator[str]:
    for path in sorted(FILES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _phrases(name: str) -> Iterator[Phrase]:
    parts = list(segments(fold(name)))
    if len(parts) == 1 and parts[0].script == Script.CYRILLIC:
        yield from (Phrase((stem,)) for stem in russian_stems(parts[0].text))
    for text in spellings(fold(name)):
        yield from phrases_in(text)
