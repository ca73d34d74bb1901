"""Counts what happens too often to be written down each time."""

from collections.abc import Callable, Iterable
from threading import Lock
from time import monotonic

from django.conf import settings

OUTCOMES = ("hit", "stale", "miss", "collapsed", "bypass", "not stored")
# In seconds; what a process that is killed has counted since is lost.
INTERVAL = 1.0


class Tally:
    """Counts outcomes in memory, and hands the numbers on once a second.

    An answer from the page cache takes a few microseconds, and to write into the file by which
    processes count together takes half of that.
    """

    def __init__(self, outcomes: Iterable[str], hand_on: Callable[[str, int], None]) -> None:
        self._hand_on = hand_on
        self._counts = dict.fromkeys(outcomes, 0)
        self._due = 0.0
        self._lock = Lock()

    def __call__(self, outcome: str) -> None:
        with self._lock:
            self._counts[outcome] += 1
        if monotonic() >= self._due:
            self._write()

    def _write(self) -> None:
        self._due = monotonic() + INTERVAL
        for outcome in self._counts:
            with self._lock:
                number, self._counts[outcome] = self._counts[outcome], 0
            if number:
                self._hand_on(outcome, number)


def count_page_cache() -> Callable[[str], None] | None:
    """What the page cache calls with the outcome of each request; ``None`` without metrics."""
    if not settings.METRICS_TOKEN:
        return None
    from .meters import PAGE_CACHE

    return Tally(OUTCOMES, lambda outcome, number: PAGE_CACHE.labels(outcome).inc(number))
