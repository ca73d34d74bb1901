"""What two texts say differently: values that are missing, added or changed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from .agreement import OF_NUMBERS, agree
from .values import Certainty, NumberValue, ValueKind

MOST_COMPARED = 100
# Words for a year that stands elsewhere, or is known to the reader.
RELATIVE_YEAR = re.compile(
    "[今去明当同前次本该]年|年内|上年|翌年"
    r"|\b(?:this|last|that|next|same|previous|current|following|preceding)\syear\b|\byear\s(?:earlier|before|later)\b"
    r"|(?:этого|прошлого|текущего|следующего|минувшего|истекшего|нынешнего|того)\s(?:же\s)?года|в\s(?:этом|прошлом|том|текущем|следующем|нынешнем)\s(?:же\s)?году|годом\sранее",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Difference:
    """A value of the Chinese and the one that stands in its place; either may be lacking."""

    source: NumberValue | None
    target: NumberValue | None


@dataclass
class _Side:
    """The values of one text, and which of them have found no partner yet."""

    text: str
    values: Sequence[NumberValue]
    left: list[NumberValue]

    @property
    def has_relative_year(self) -> bool:
        return bool(RELATIVE_YEAR.search(self.text))

    def known(self, part: str) -> set[int]:
        """All years, or months, of the text's dates."""
        return {value.date.parts[part] for value in self.values if part in value.date.parts}


def differences(
    source: str,
    target: str,
    values_of_source: Sequence[NumberValue],
    values_of_target: Sequence[NumberValue],
) -> list[Difference]:
    """What the target says differently, in the order of the source."""
    one = _Side(source, values_of_source, _without_markers(values_of_source))
    other = _Side(target, values_of_target, _without_markers(values_of_target))
    _pair_identical(one, other)
    for same in (agree, _dates_agree(one, other)):
        _pair(one, other, same)
    _pair_months(one, other)
    _pair_months(other, one)
    found = [
        *_of_markers(values_of_source, values_of_target),
        *_of_the_rest(one, other),
    ]
    return sorted(found, key=lambda each: each.source.start if each.source else len(source))


def _without_markers(values: Iterable[NumberValue]) -> list[NumberValue]:
    return [value for value in values if value.kind != ValueKind.MARKER]


def _pair_identical(one: _Side, other: _Side) -> None:
    """Takes out what stands in both texts; of what is left, as much as anyone would read."""
    partners: dict[tuple[Any, ...], list[NumberValue]] = defaultdict(list)
    for value in reversed(other.left):
        partners[value.identity].append(value)
    found = [
        (value, partners[value.identity].pop()) for value in one.left if partners[value.identity]
    ]
    taken = {id(value) for pair in found for value in pair}
    for side in (one, other):
        left = (value for value in side.left if id(value) not in taken)
        side.left = list(islice(left, MOST_COMPARED))


def _pair(one: _Side, other: _Side, same: Callable[[NumberValue, NumberValue], bool]) -> None:
    """Takes out the values that are the same, sure ones first."""
    for value in sorted(one.left, key=lambda value: -value.certainty):
        partners = [partner for partner in other.left if same(value, partner)]
        if partners:
            one.left.remove(value)
            other.left.remove(max(partners, key=lambda partner: partner.certainty))


def _dates_agree(one: _Side, other: _Side) -> Callable[[NumberValue, NumberValue], bool]:
    """Dates of which one tells less, where the reader finds the rest in the text."""

    def same(value: NumberValue, partner: NumberValue) -> bool:
        if not value.kind == partner.kind == ValueKind.DATE:
            return False
        mine, yours = value.date.parts, partner.date.parts
        return value.date.agrees_with(partner.date) and all(
            _is_understood(part, (mine | yours)[part], one if part in yours else other)
            for part in mine.keys() ^ yours.keys()
        )

    return same


def _is_understood(part: str, number: int, lacking: _Side) -> bool:
    """Whether a text that leaves out a part of a date makes it known nevertheless."""
    if part == "day":
        return False
    if number in lacking.known(part):
        return True
    return part == "year" and (lacking.has_relative_year or not lacking.known("year"))


def _pair_months(one: _Side, other: _Side) -> None:
    """From January to June may be told as a period, or as two months."""
    for period in [value for value in one.left if value.kind == ValueKind.PERIOD]:
        months = [
            next(
                (
                    v
                    for v in other.left
                    if set(v.date.parts) - {"year"} == {"month"} and v.date.month == month
                ),
                None,
            )
            for month in (int(period.number), period.until)
        ]
        if None not in months and months[0] is not months[1]:
            one.left.remove(period)
            for month in months:
                other.left.remove(month)


def _of_markers(
    source: Sequence[NumberValue], target: Sequence[NumberValue]
) -> Iterator[Difference]:
    """Numbers of list items, if both texts number them."""
    first = [value for value in source if value.kind == ValueKind.MARKER]
    second = [value for value in target if value.kind == ValueKind.MARKER]
    if len(first) == len(second):
        for one, other in zip(first, second, strict=True):
            if one.number != other.number:
                yield Difference(one, other)


def _of_the_rest(one: _Side, other: _Side) -> Iterator[Difference]:
    sources = [value for value in one.left if _is_missed(value, other)]
    targets = [value for value in other.left if _is_missed(value, one)]
    repeated_sources = [value for value in one.left if value not in sources]
    repeated_targets = [value for value in other.left if value not in targets]
    for source, target in _nearest(sources, targets):
        yield Difference(source, target)
    for source in [*sources]:
        like = [value for value in repeated_targets if _is_like(source, value)]
        if like and source.certainty == Certainty.SURE:
            sources.remove(source)
            repeated_targets.remove(like[0])
            yield Difference(source, like[0])
    for target in [*targets]:
        like = [value for value in repeated_sources if _is_like(value, target)]
        if like and target.certainty == Certainty.SURE:
            targets.remove(target)
            repeated_sources.remove(like[0])
            yield Difference(like[0], target)
    yield from (Difference(each, None) for each in sources if each.certainty == Certainty.SURE)
    yield from (Difference(None, each) for each in targets if each.certainty == Certainty.SURE)


def _is_missed(value: NumberValue, other: _Side) -> bool:
    """Whether a value is more than a doubtful one, a repetition or a conversion."""
    if value.certainty == Certainty.DOUBTFUL:
        return False
    if value.kind == ValueKind.DATE:
        return not _is_known_date(value, other)
    return not any(agree(value, each) for each in other.values)


def _is_known_date(value: NumberValue, other: _Side) -> bool:
    if value.date.parts.keys() == {"year"} and other.has_relative_year:
        return True
    return any(
        agree(value, each)
        or (each.kind == ValueKind.DATE and each.date.parts.items() >= value.date.parts.items())
        for each in other.values
    )


def _nearest(
    sources: list[NumberValue], targets: list[NumberValue]
) -> Iterator[tuple[NumberValue, NumberValue]]:
    """Pairs what most likely stands for each other; takes the pairs out of both lists."""
    candidates = sorted(
        (
            (_unlikeness(source, target, at, place), source, target)
            for (at, source), (place, target) in product(enumerate(sources), enumerate(targets))
            if _may_stand_for(source, target)
        ),
        key=lambda each: each[0],
    )
    for _unlike, source, target in candidates:
        if source in sources and target in targets:
            sources.remove(source)
            targets.remove(target)
            yield source, target


def _may_stand_for(source: NumberValue, target: NumberValue) -> bool:
    """What is optional on both sides differs only if it is of a kind."""
    if Certainty.SURE in (source.certainty, target.certainty):
        return True
    return _is_like(source, target)


def _is_like(source: NumberValue, target: NumberValue) -> bool:
    return source.kind == target.kind or {source.kind, target.kind} <= OF_NUMBERS


def _unlikeness(source: NumberValue, target: NumberValue, at: int, place: int) -> tuple[float, ...]:
    return (
        not _is_like(source, target),
        source.certainty != target.certainty,
        source.kind != target.kind,
        source.unit != target.unit,
        abs(at - place),
    )
