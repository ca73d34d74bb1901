"""Medians, ratios and verdicts."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """What one round has shown of a case: seconds of processor for an answer, answers a second."""

    cost: float
    rate: float


@dataclass(frozen=True)
class Figure:
    """A median of several rounds, and between what the middle half of them lies."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Figure":
        return cls(*statistics.quantiles(values, n=4, method="inclusive"))

    def __format__(self, spec: str) -> str:
        return f"{self.median:{spec}} ({self.low:{spec}} to {self.high:{spec}})"


def ratios(values: Sequence[float], floor: Sequence[float]) -> Figure:
    """Each round's value by what the floor took in the same round: both had the same neighbours."""
    return Figure.of([value / least for value, least in zip(values, floor, strict=True)])


def verdict(found: float, most: float | None = None, least: float | None = None) -> str:
    """Whether an aim is met; empty where there is none."""
    if most is not None:
        return f"≤ {most:g}: {'met' if found <= most else 'missed'}"
    if least is not None:
        return f"≥ {least:g}: {'met' if found >= least else 'missed'}"
    return ""
