"""Figures of a proposal: what is thirteenth in one Chinese text and fourteenth in the other.

The proposal is rewritten by value where it says the earlier figure exactly once; where that cannot
be done well, the translator is told which figure to mind.
"""

from dataclasses import dataclass

from mep_site.textchecks.numbers import rewritten, values_in
from mep_site.translations.languages import Language, authoritative


@dataclass(frozen=True)
class FigureChange:
    """A figure of the earlier text and the one in its place; ``is_done`` in the proposal."""

    old: str
    new: str
    is_done: bool


def with_figures(
    earlier: str, chinese: str, target: str, language: Language
) -> tuple[str, tuple[FigureChange, ...]]:
    """The translation of an earlier Chinese text with the figures of this one, and what changed.

    ``target`` may be formatted. Texts that say another number of figures are not compared.
    """
    olds, news = (values_in(text, authoritative()) for text in (earlier, chinese))
    changes = []
    if len(olds) == len(news):
        for old, new in zip(olds, news, strict=True):
            if old.text != new.text:
                written = rewritten(target, language, old, new)
                target = written or target
                changes.append(FigureChange(old.text, new.text, written is not None))
    return target, tuple(changes)
