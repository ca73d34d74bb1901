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


class Ranking:
    """Scores entries for a query, on the day ``today``."""

    def __init__(self, query: Query, statistics: Statistics, today: date) -> None:
        self.query = query
        self.today = today
        self.rarities = [statistics.rarity(clause.phrases) for clause in query.clauses]
        self.near_rarities = [statistics.rarity(clause.near) for clause in query.clauses]

    def rarest(self) -> list[Clause]:
        """The clauses of the query, those that say most first."""
        by_rarity = zip(self.rarities, self.query.clauses, strict=True)
        return [clause for _, clause in sorted(by_rarity, key=lambda each: -each[0])]

    def score(self, entry: Ranked) -> Score:
        """How well an entry answers the query."""
        title, body = f" {entry.title_terms} ", f" {entry.terms} "
        length = body.count(" ") / USUAL_LENGTH
        shortness = 1 / (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length)
        title_shortness = 1 / (0.75 + 0.25 * title.count(" ") / USUAL_TITLE)
        marks = set(entry.marks.split())
        total, missing = 0.0, []

        def weighed(in_title: float, in_body: float) -> float:
            weight = TITLE_WEIGHT * min(in_title, 1) * title_shortness + in_body * shortness
            return weight / (weight + SATURATION)

        for clause, rarity, near_rarity in zip(
            self.query.clauses, self.rarities, self.near_rarities, strict=True
        ):
            in_title, in_body = _count(clause.phrases, title), _count(clause.phrases, body)
            in_body += MARK_WORTH * sum(mark.value in marks for mark in clause.marks)
            own = weighed(in_title, in_body)
            near = weighed(_count(clause.near, title), 0 if in_body else _count(clause.near, body))
            if not (own or near):
                missing.append(clause.text)
                own = weighed(
                    LOOSER_WORTH * _count(clause.looser, title),
                    LOOSER_WORTH * _count(clause.looser, body),
                )
            total += max(rarity * own, NEAR_WORTH * near_rarity * near)
        total += self._together(title, body) + self._named(title)
        value = total * (1 + RECENCY_WEIGHT * self._recency(entry))
        return Score(value, tuple(missing))

    def _together(self, title: str, body: str) -> float:
        whole = self.query.whole
        if not whole or len(self.query.clauses) < 2:
            return 0
        worth = sum(self.rarities)
        if _count(whole, title):
            return TOGETHER_IN_TITLE * worth
        return TOGETHER_IN_TEXT * worth if _count(whole, body) else 0

    def _named(self, title: str) -> float:
        """What it is worth that the title is nothing, or little, but what was asked for."""
        length, worth = 0, 0.0
        for clause, rarity in zip(self.query.clauses, self.rarities, strict=True):
            found = [len(phrase.terms) for phrase in clause.phrases if occurrences(phrase, title)]
            length += max(found, default=0)
            worth += rarity if found else 0
        return NAMED_WORTH * worth * min(1, length / max(1, title.count(" ") - 1)) ** 2

    def _recency(self, entry: Ranked) -> float:
        """From 1 for today to 0 for long ago; what has no date stands in the middle."""
        if not entry.date:
            return 0.5
        year, month = int(entry.date[:4]), int(entry.date[5:7] or 6)
        age = max(0.0, self.today.year - year + (self.today.month - month) / 12)
        return 0.5 ** (age / RECENCY_HALF_LIFE_YEARS)


def _count(phrases: Iterable[Phrase], terms: str) -> int:
    return sum(occurrences(phrase, terms) for phrase in phrases)


def occurrences(phrase: Phrase, terms: str) -> int:
    """How often a phrase stands among terms that are divided and surrounded by spaces."""
    return terms.count(f" {' '.join(phrase.terms)}{'' if phrase.is_prefix else ' '}")
