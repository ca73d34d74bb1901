"""One renders what many have asked for at once; the others wait for it."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Event, Lock

from .entries import CacheEntry


class Flight:
    """An answer that somebody is making; ``entry`` stays empty if it is not for everybody."""

    def __init__(self) -> None:
        self.entry: CacheEntry | None = None
        self._has_landed = Event()

    def wait(self, seconds: float) -> CacheEntry | None:
        """The entry, if there is one within so many seconds."""
        self._has_landed.wait(seconds)
        return self.entry

    def land(self) -> None:
        self._has_landed.set()


class Flights:
    """Those that are under way, by what they are for."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, Flight] = {}
        self._lock = Lock()

    @contextmanager
    def join(self, key: Hashable) -> Iterator[tuple[Flight, bool]]:
        """A flight, and whether the caller leads it: then it lands with the block, in any case."""
        with self._lock:
            flight = self._under_way.get(key)
            leads = flight is None
            if flight is None:
                flight = self._under_way[key] = Flight()
        try:
            yield flight, leads
        finally:
            if leads:
                del self._under_way[key]
                flight.land()
