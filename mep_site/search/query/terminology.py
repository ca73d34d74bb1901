"""Names that mean the same, in one language or across languages: SCO, ШОС, 上合组织."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..analysis.folding import fold
from ..analysis.index_terms import Phrase, phrases_in
from ..analysis.script_runs import Script, ScriptRun, segments
from ..analysis.stemming import stemmers_in, term_of
from .spelling import american, spellings


@dataclass(frozen=True)
class Atom:
    """The smallest part of a query: a Chinese character, or the stem of a word.

    English words are compared in their American spelling.
    """

    value: str
    segment: ScriptRun
    start: int
    end: int


def atoms(parts: Iterable[ScriptRun]) -> list[Atom]:
    """The atoms of these segments, in their order."""
    found: list[Atom] = []
    for part in parts:
        if part.script == Script.HAN:
            places = range(part.start, part.end)
            found += [
                Atom(character, part, place, place + 1)
                for character, place in zip(part.text, places, strict=True)
            ]
        else:
            usual = replace(part, text=american(part.text))
            found.append(Atom(term_of(usual, stemmers_in()), part, part.start, part.end))
    return found


class Terminology:
    """Groups of names that mean the same.

    ``Terminology([("SCO", "上合组织", "ШОС")])`` finds each of them where one is asked for.
    """

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[Phrase, ...]]]] = {}
        self._merged: dict[tuple[str, ...], dict[Phrase, None]] = {}
        for group in groups:
            self._add([name for name in group if name])
        for values, phrases in self._merged.items():
            self._by_first.setdefault(values[0], []).append((values, tuple(phrases)))
        for names in self._by_first.values():
            names.sort(key=lambda name: -len(name[0]))

    def _add(self, names: list[str]) -> None:
        phrases = [phrase for name in names for phrase in _phrases(name)]
        for name in names:
            values = tuple(atom.value for atom in atoms(segments(fold(name))))
            if values:
                ordered = dict.fromkeys([*_phrases(name), *phrases])
                self._merged[values] = self._merged.get(values, {}) | ordered

    def name_at(self, parts: Sequence[Atom], at: int) -> tuple[int, tuple[Phrase, ...]] | None:
        """The longest name that begins at an atom: its length and what finds it.

        ``None`` where none begins.
        """
        for values, phrases in self._by_first.get(parts[at].value, ()):
            if tuple(atom.value for atom in parts[at : at + len(values)]) == values:
                return len(values), phrases
        return None


def _phrases(name: str) -> list[Phrase]:
    """What finds a name, however the English words in it are spelt."""
    return [phrase for text in spellings(fold(name)) for phrase in phrases_in(text)]
