"""The order of what was found, the same on every database.

BM25 with the title as a second field: a word counts the more the rarer it is, the more often it
stands there and the shorter the text is. A word in the title counts as several, and newer texts
come somewhat before older ones.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ..analysis.index_terms import Phrase
from .parser import Clause, Query

SATURATION = 1.2
LENGTH_WEIGHT = 0.5
USUAL_LENGTH = 300
USUAL_TITLE = 8
TITLE_WEIGHT = 6
# What the words of a query are worth if they also follow one another.
TOGETHER_IN_TITLE = 0.6
TOGETHER_IN_TEXT = 0.2
# What they are worth if there is nothing else in the title.
NAMED_WORTH = 0.5
# A page with the date that was asked for says so by more than one word.
MARK_WORTH = 3
RECENCY_WEIGHT = 0.15
RECENCY_HALF_LIFE_YEARS = 4
PREFIX_FREQUENCY = 0.05
# What words near in meaning, or of the same root, are worth.
NEAR_WORTH = 0.9
# What a part of a word is worth where the word itself does not stand.
LOOSER_WORTH = 0.3


class Ranked(Protocol):
    """What ranking asks of an entry."""

    title_terms: str
    terms: str
    marks: str
    date: str


@dataclass(frozen=True)
class Score:
    """How well an entry answers a query, the higher the better, and what it does not answer."""

    value: float
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statistics:
    """How many entries there are, and in how many of them each term stands."""

    total: int
    frequencies: Mapping[str, int]

    def rarity(self, phrases: Iterable[Phrase]) -> float:
        """The inverse frequency of what any of these phrases finds."""
        found = min(self.total, sum(map(self._frequency, phrases)))
        return math.log(1 + (self.total - found + 0.5) / (found + 0.5))

    def _frequency(self, phrase: Phrase) -> int:
        complete = phrase.terms[:-1] if phrase.is_prefix else phrase.terms
        if not complete:
            return int(self.total * PREFIX_FREQUENCY)
        return min(self.frequencies.get(term, 0) for term in complete)


@dataclass(frozen=True)
class Sought:
    """A clause of the query as it is counted in an entry, and what its words are worth."""

    text: str
    own: tuple[str, ...]
    near: tuple[str, ...]
    looser: tuple[str, ...]
    marks: tuple[str, ...]
    longest: tuple[tuple[str, int], ...]
    rarity: float
    near_rarity: float

    @classmethod
    def of(cls, clause: Clause, statistics: Statistics) -> "Sought":
        """What a clause asks for."""
        return cls(
            text=clause.text,
            own=_needles(clause.phrases),
            near=_needles(clause.near),
            looser=_needles(clause.looser),
            marks=tuple(each.value for each in clause.marks),
            longest=tuple((each.needle, len(each.terms)) for each in clause.phrases),
            rarity=statistics.rarity(clause.phrases),
            near_rarity=statistics.rarity(clause.near) if clause.near else 0,
        )


class Ranking:
    """Scores entries for a query, on the day ``today``."""

    def __init__(self, query: Query, statistics: Statistics, today: date) -> None:
        self.query = query
        self.today = today
        self.sought = [Sought.of(clause, statistics) for clause in query.clauses]
        self.worth = sum(each.rarity for each in self.sought)
        is_several = len(query.clauses) > 1
        self.whole = _needles(query.whole) if query.whole and is_several else ()
        self.recencies: dict[str, float] = {}

    def rarest(self) -> list[Clause]:
        """The clauses of the query, those that say most first."""
        by_rarity = zip(self.sought, self.query.clauses, strict=True)
        return [clause for _, clause in sorted(by_rarity, key=lambda each: -each[0].rarity)]

    def score(self, entry: Ranked) -> Score:
        """How well an entry answers the query."""
        title, body = f" {entry.title_terms} ", f" {entry.terms} "
        length = body.count(" ") / USUAL_LENGTH
        in_title = TITLE_WEIGHT / (0.75 + 0.25 * title.count(" ") / USUAL_TITLE)
        in_body = 1 / (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length)
        weighed = _Weighing(title, body, in_title, in_body)
        total, missing = 0.0, []
        for sought in self.sought:
            worth, is_answered = weighed.worth(sought, entry.marks)
            total += worth
            if not is_answered:
                missing.append(sought.text)
        total += self._together(title, body) + self._named(title)
        value = total * (1 + RECENCY_WEIGHT * self._recency(entry.date))
        return Score(value, tuple(missing))

    def _together(self, title: str, body: str) -> float:
        if any(needle in title for needle in self.whole):
            return TOGETHER_IN_TITLE * self.worth
        if any(needle in body for needle in self.whole):
            return TOGETHER_IN_TEXT * self.worth
        return 0

    def _named(self, title: str) -> float:
        """What it is worth that the title is nothing, or little, but what was asked for."""
        length, worth = 0, 0.0
        for sought in self.sought:
            found = [terms for needle, terms in sought.longest if needle in title]
            length += max(found, default=0)
            worth += sought.rarity if found else 0
        return NAMED_WORTH * worth * min(1, length / max(1, title.count(" ") - 1)) ** 2

    def _recency(self, day: str) -> float:
        """From 1 for today to 0 for long ago; what has no date stands in the middle."""
        if not day:
            return 0.5
        month = day[:7]
        if month not in self.recencies:
            self.recencies[month] = self._recency_of(int(month[:4]), int(month[5:] or 6))
        return self.recencies[month]

    def _recency_of(self, year: int, month: int) -> float:
        age = max(0.0, self.today.year - year + (self.today.month - month) / 12)
        return 0.5 ** (age / RECENCY_HALF_LIFE_YEARS)


@dataclass(frozen=True)
class _Weighing:
    """Title and text of an entry, and what a word in each of them weighs."""

    title: str
    body: str
    in_title: float
    in_body: float

    def worth(self, sought: Sought, marks: str) -> tuple[float, bool]:
        """What an entry with these marks is worth for a clause, and whether it answers it."""
        in_body = _count(sought.own, self.body)
        if sought.marks:
            held = marks.split()
            in_body += MARK_WORTH * sum(mark in held for mark in sought.marks)
        own = self._saturated(_count(sought.own, self.title), in_body)
        near = 0.0
        if sought.near:
            beside = 0 if in_body else _count(sought.near, self.body)
            near = self._saturated(_count(sought.near, self.title), beside)
        is_answered = bool(own or near)
        if not is_answered and sought.looser:
            own = self._saturated(
                LOOSER_WORTH * _count(sought.looser, self.title),
                LOOSER_WORTH * _count(sought.looser, self.body),
            )
        return max(sought.rarity * own, NEAR_WORTH * sought.near_rarity * near), is_answered

    def _saturated(self, titles: float, bodies: float) -> float:
        weight = self.in_title * min(titles, 1) + self.in_body * bodies
        return weight / (weight + SATURATION)


def _needles(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    return tuple(phrase.needle for phrase in phrases)


def _count(needles: tuple[str, ...], terms: str) -> int:
    found = 0
    for needle in needles:
        found += terms.count(needle)
    return found


def occurrences(phrase: Phrase, terms: str) -> int:
    """How often a phrase stands among terms that are divided and surrounded by spaces."""
    return terms.count(phrase.needle)
