"""Metrics that are looked up when Prometheus asks: what waits, what is overdue, how old a thing is.

An app registers a function for each. One that fails is left out of the answer and counted, so that
a broken table takes no other metric along.
"""

from collections.abc import Callable, Iterator

from prometheus_client import Counter
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

FAILED = Counter("mep_metric_failures", "Metrics that could not be looked up.", ["metric"])
_functions: dict[tuple[str, str], Callable[[], float | None]] = {}


def looked_up(
    name: str, help_: str
) -> Callable[[Callable[[], float | None]], Callable[[], float | None]]:
    """A decorator: the function tells the value of a metric, ``None`` if there is none."""

    def register(function: Callable[[], float | None]) -> Callable[[], float | None]:
        _functions[name, help_] = function
        return function

    return register


class LookedUp(Collector):
    """Looks all of them up."""

    def collect(self) -> Iterator[Metric]:
        for (name, help_), function in _functions.items():
            try:
                value = function()
            except Exception:
                FAILED.labels(name).inc()
                continue
            if value is not None:
                yield GaugeMetricFamily(name, help_, value)
