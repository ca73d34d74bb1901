"""Says of each term in a Chinese text what its translation has for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from .entries import TermEntry, TermKind
from .finding import TermUse, find_terms
from .folding import fold_chinese
from .index import TermIndex
from .renderings import RenderingUse, Translation


class TermVerdict(StrEnum):
    """What a translation has for a term."""

    APPROVED = "approved"
    FORBIDDEN = "forbidden"
    MISSING = "missing"


@dataclass(frozen=True)
class TermFinding:
    """A term of a Chinese text and what its translation has for it.

    ``uses`` are its places in the Chinese, ``renderings`` those of what decides in the translation:
    the forbidden renderings, else the approved ones.
    """

    entry: TermEntry
    verdict: TermVerdict
    uses: tuple[TermUse, ...]
    renderings: tuple[RenderingUse, ...] = ()

    @property
    def found(self) -> str:
        """The words of the translation, empty where neither rendering stands there."""
        return self.renderings[0].text if self.renderings else ""


def judge_terms(index: TermIndex, chinese: str, translation: str) -> list[TermFinding]:
    """A finding for each term in the Chinese, in the order of their first uses.

    However often a term stands there, one approved rendering will do; a forbidden one counts
    wherever it stands, unless it is part of an approved rendering of any of these terms.
    """
    uses: dict[str, list[TermUse]] = {}
    for use in find_terms(index, chinese):
        uses.setdefault(fold_chinese(use.entry.chinese), []).append(use)
    read = Translation(index.language, translation)
    approved = {key: _stand(read, index.by_chinese[key].approved) for key in uses}
    return [_judge(index, read, key, uses[key], approved) for key in uses]


def _stand(read: Translation, renderings: Iterable[str]) -> list[RenderingUse]:
    return [use for rendering in renderings for use in read.uses_of(rendering)]


def _judge(
    index: TermIndex,
    read: Translation,
    key: str,
    uses: list[TermUse],
    approved: dict[str, list[RenderingUse]],
) -> TermFinding:
    entry = index.by_chinese[key]
    everything = [use for found in approved.values() for use in found]
    forbidden = [
        use
        for use in _stand(read, entry.forbidden)
        if not any(use.is_within(other) for other in everything)
    ]
    if forbidden:
        return TermFinding(entry, TermVerdict.FORBIDDEN, tuple(uses), tuple(forbidden))
    longer = [use for other, found in approved.items() if key in other != key for use in found]
    if entry.kind == TermKind.COUNTRY and approved[key]:
        # Guinea-Bissau is not Guinea, even if the Chinese does not speak of it.
        longer += [use for other in index.longer_than(key) for use in _stand(read, other.approved)]
    own = [use for use in approved[key] if not any(use.is_part_of(other) for other in longer)]
    verdict = TermVerdict.APPROVED if own else TermVerdict.MISSING
    return TermFinding(entry, verdict, tuple(uses), tuple(sorted(own, key=_order(everything))))


def _order(everything: list[RenderingUse]) -> Callable[[RenderingUse], tuple[bool, int, int]]:
    """Those that are no part of another rendering come first, then by their place."""
    return lambda use: (
        any(use.is_part_of(other) for other in everything),
        use.start,
        use.start - use.end,
    )
