"""Whether a translation still translates the Chinese text that is in force.

Derived from pins, never from the times at which something was saved: a correction of a comma in one
text says nothing about the other one.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy

from ..content.content import Content
from ..content.pins import Pins, fingerprint
from ..languages import Language, authoritative


class Freshness(models.TextChoices):
    """How a translation stands to the published Chinese text."""

    ABSENT = "absent", pgettext_lazy("translation", "absent")
    PARTIAL = "partial", pgettext_lazy("translation", "incomplete")
    BEHIND = "behind", pgettext_lazy("translation", "behind the Chinese text")
    CURRENT = "current", pgettext_lazy("translation", "up to date")
    UNKNOWN = "unknown", pgettext_lazy("translation", "not known to be up to date")


@dataclass(frozen=True)
class Comparison:
    """A translation beside the Chinese text, by ids of units.

    ``changed`` have another Chinese text than was translated, ``missing`` are not translated,
    ``removed`` were made from a Chinese text that is gone, and of ``unpinned`` it is not known what
    they were made from. ``translates_text_of`` is when the newest Chinese text that was
    translated was published.
    """

    freshness: str = Freshness.ABSENT
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unpinned: tuple[str, ...] = ()
    translates_text_of: datetime | None = None

    @property
    def differing(self) -> int:
        """How many texts of the translation do not translate the Chinese that is in force."""
        return len(self.changed) + len(self.removed)


def compare(content: Content, language: Language) -> Comparison:
    """Compare one edition of a published content with its Chinese text."""
    if not content.has(language):
        return Comparison()
    if language == authoritative():
        return Comparison(Freshness.CURRENT)
    chinese = content.shown_texts(authoritative()) if content.has(authoritative()) else {}
    return compare_texts(
        chinese, content.shown_texts(language), content.pins(language), content.work(language)
    )


def compare_texts(
    chinese: Mapping[str, str],
    translated: Mapping[str, str],
    pins: Pins,
    in_work: Container[str] = (),
) -> Comparison:
    """Compare the texts of a translation, by id, with the published Chinese ones.

    What a text that is ``in_work`` translates is not known, even if its pin names the Chinese in
    force: nobody has declared it done since it was touched.
    """
    if not chinese:
        return Comparison(Freshness.UNKNOWN, unpinned=tuple(translated))
    paired = [unit for unit in translated if unit in chinese]
    changed = tuple(u for u in paired if u in pins and _differs(pins[u], chinese[u]))
    known = [u for u in paired if u in pins and u not in in_work]
    unpinned = tuple(u for u in paired if u not in known and u not in changed)
    missing = tuple(u for u in chinese if u not in translated)
    removed = tuple(u for u in translated if u in pins and u not in chinese)
    return Comparison(
        _verdict(changed + removed, unpinned, missing),
        changed,
        missing,
        removed,
        unpinned,
        _newest(pins[unit] for unit in paired if unit in pins),
    )


def _differs(pin: Mapping[str, Any], chinese: str) -> bool:
    return pin["text"] != fingerprint(chinese)


def _verdict(behind: tuple, unpinned: tuple, missing: tuple) -> Freshness:
    if behind:
        return Freshness.BEHIND
    if unpinned:
        return Freshness.UNKNOWN
    return Freshness.PARTIAL if missing else Freshness.CURRENT


def _newest(pins: Any) -> datetime | None:
    dates = [datetime.fromisoformat(pin["date"]) for pin in pins if pin["date"]]
    return max(dates, default=None)
