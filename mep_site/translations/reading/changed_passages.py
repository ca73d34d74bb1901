"""The passages in which a translation and the Chinese text in force differ, for their readers."""

from dataclasses import dataclass

from ..content.units import Unit
from ..freshness.diff import DiffPiece, difference, has_other_words, plain_text
from ..languages import authoritative
from ..models import AuthoritativeText
from .freshness_notice import FreshnessNotice


@dataclass(frozen=True)
class ChangedPassage:
    """A unit that differs.

    ``pieces`` are the Chinese text that was translated and the one in force, woven into each
    other. ``is_recorded`` says whether the former is known; drafts are not.
    """

    id: str
    label: str
    translation: str
    pieces: list[DiffPiece]
    is_missing: bool = False
    is_removed: bool = False
    is_recorded: bool = True

    @property
    def has_same_words(self) -> bool:
        """Whether only what one does not read as words was changed, such as a link."""
        return self.is_recorded and not self.is_missing and not has_other_words(self.pieces)


def passages(freshness_notice: FreshnessNotice) -> list[ChangedPassage]:
    """Everything that differs: in the order of the Chinese text, then what that has no more."""
    content = freshness_notice.content
    comparison = freshness_notice.comparison
    differing = {*comparison.changed, *comparison.removed, *comparison.missing}
    if not differing:
        return []
    chinese = {unit.id: unit for unit in content.units(authoritative())}
    translated = {unit.id: unit for unit in content.units(freshness_notice.language)}
    earlier = _earlier_texts(freshness_notice)
    return [
        _passage(freshness_notice, chinese.get(name), translated.get(name), earlier.get(name))
        for name in chinese | translated
        if name in differing
    ]


def _earlier_texts(freshness_notice: FreshnessNotice) -> dict[str, str]:
    """The Chinese texts that were translated, by unit, as far as they were ever public."""
    behind = freshness_notice.comparison.changed + freshness_notice.comparison.removed
    names = {unit: freshness_notice.pins[unit]["text"] for unit in behind}
    recorded = AuthoritativeText.objects.filter(
        page_id=freshness_notice.page.pk, fingerprint__in=set(names.values())
    )
    known = dict(recorded.values_list("fingerprint", "text"))
    return {unit: known[name] for unit, name in names.items() if name in known}


def _passage(
    freshness_notice: FreshnessNotice,
    chinese: Unit | None,
    translated: Unit | None,
    earlier: str | None,
) -> ChangedPassage:
    unit = chinese or translated
    is_missing = unit.id in freshness_notice.comparison.missing
    is_removed = unit.id in freshness_notice.comparison.removed
    new = "" if is_removed else as_read(chinese, chinese.text)
    old = new if is_missing or earlier is None else as_read(unit, earlier)
    return ChangedPassage(
        id=unit.id,
        label=unit.label,
        translation="" if is_missing else as_read(translated, translated.text),
        pieces=difference(old, new, authoritative()),
        is_missing=is_missing,
        is_removed=is_removed,
        is_recorded=is_missing or earlier is not None,
    )


def as_read(unit: Unit, text: str) -> str:
    """A text that stands or stood in the place of a unit, without its markup."""
    return plain_text(text) if unit.is_rich else text
