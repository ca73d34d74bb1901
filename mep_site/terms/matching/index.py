"""The terms of one language, so arranged that they are found at once."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, overload

from mep_site.translations.languages import Language

from .entries import TermEntry
from .folding import fold_chinese

# The end of a term in a trie; no character.
END = ""


class TermIndex(Sequence[TermEntry]):
    """The terms with their renderings into ``language``; entries of the same Chinese are joined.

    It is never changed. Two indexes are the same if their ``version`` is; without one they are
    compared by what they hold.
    """

    def __init__(
        self, language: Language, entries: Iterable[TermEntry] = (), version: str = ""
    ) -> None:
        joined: dict[str, TermEntry] = {}
        for entry in entries:
            key = fold_chinese(entry.chinese)
            if key:
                joined[key] = joined[key].joined_with(entry) if key in joined else entry
        self.language = language
        self.by_chinese = joined
        self.entries = tuple(joined.values())
        self.version = version or f"{hash(self.entries):x}"

    @cached_property
    def trie(self) -> dict[str, Any]:
        """Character by character to the key of each term."""
        root: dict[str, Any] = {}
        for key in self.by_chinese:
            node = root
            for character in key:
                node = node.setdefault(character, {})
            node[END] = key
        return root

    def longer_than(self, key: str) -> Iterator[TermEntry]:
        """The entries of the same kind whose Chinese contains that of another one."""
        kind = self.by_chinese[key].kind
        for other, entry in self.by_chinese.items():
            if entry.kind == kind and key in other and key != other:
                yield entry

    @overload
    def __getitem__(self, position: int) -> TermEntry: ...
    @overload
    def __getitem__(self, position: slice) -> tuple[TermEntry, ...]: ...
    def __getitem__(self, position: int | slice) -> TermEntry | tuple[TermEntry, ...]:
        return self.entries[position]

    def __len__(self) -> int:
        return len(self.entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TermIndex):
            return NotImplemented
        return (self.language, self.version) == (other.language, other.version)

    def __hash__(self) -> int:
        return hash((self.language, self.version))

    def __repr__(self) -> str:
        return f"<TermIndex {self.language.code} {self.version}: {len(self)} terms>"
