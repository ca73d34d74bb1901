"""Figures of a proposal: what is thirteenth in one Chinese text and fourteenth in the other.

The proposal is rewritten where a figure is found in it once; where it is not, the translator is
told which one to mind.
"""

import re
from dataclasses import dataclass

from mep_site.translations.languages import Language

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class FigureChange:
    """A figure of the earlier text and the one in its place; ``is_done`` in the proposal."""

    old: str
    new: str
    is_done: bool


def with_figures(
    earlier: str, source: str, target: str, language: Language
) -> tuple[str, list[FigureChange]]:
    """The translation of an earlier Chinese text with the figures of this one, and what changed."""
    changes = []
    olds, news = DIGITS.findall(earlier), DIGITS.findall(source)
    if len(olds) != len(news):
        return target, []
    for old, new in zip(olds, news, strict=True):
        if old != new:
            pattern = re.compile(rf"(?<!\d){re.escape(old)}(?!\d)")
            is_done = len(pattern.findall(target)) == 1
            target = pattern.sub(new, target) if is_done else target
            changes.append(FigureChange(old, new, is_done))
    return target, changes
