"""Where entries are kept: in the memory of the process, bounded by bytes."""

from collections import OrderedDict
from threading import Lock
from typing import Protocol

from .entries import CacheEntry
from .policy import Address

# What addresses with a query may take: whoever walks through all filters pushes out no page.
SHARE_OF_QUERIES = 0.25
# No single entry may push out all the others.
LARGEST_SHARE = 0.125


class Store(Protocol):
    """Keeps entries by their addresses, as long as it can."""

    def get(self, address: Address) -> CacheEntry | None:
        """The entry, of whatever version."""

    def put(self, address: Address, entry: CacheEntry) -> None:
        """Keep an entry in the place of an earlier one; also one that has become larger."""

    def discard(self, address: Address) -> None:
        """Forget what was public and is not any more."""

    def clear(self) -> None:
        """Forget everything."""


class Memory:
    """A store of so many bytes; what has not been asked for longest goes first."""

    def __init__(self, capacity: int) -> None:
        self._pages = _Shelf(int(capacity * (1 - SHARE_OF_QUERIES)))
        self._queries = _Shelf(int(capacity * SHARE_OF_QUERIES))

    def get(self, address: Address) -> CacheEntry | None:
        return self._shelf(address).get(address)

    def put(self, address: Address, entry: CacheEntry) -> None:
        self._shelf(address).put(address, entry)

    def discard(self, address: Address) -> None:
        self._shelf(address).discard(address)

    def clear(self) -> None:
        self._pages.clear()
        self._queries.clear()

    @property
    def size(self) -> int:
        """How many bytes are taken."""
        return self._pages.size + self._queries.size

    def _shelf(self, address: Address) -> "_Shelf":
        return self._queries if address.query else self._pages


class _Shelf:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.size = 0
        self._entries: OrderedDict[Address, tuple[CacheEntry, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, address: Address) -> CacheEntry | None:
        with self._lock:
            found = self._entries.get(address)
            if found is None:
                return None
            self._entries.move_to_end(address)
            return found[0]

    def put(self, address: Address, entry: CacheEntry) -> None:
        size = entry.size
        with self._lock:
            self._remove(address)
            if size <= self.capacity * LARGEST_SHARE:
                self._entries[address] = entry, size
                self.size += size
            while self.size > self.capacity:
                self._remove(next(iter(self._entries)))

    def discard(self, address: Address) -> None:
        with self._lock:
            self._remove(address)

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self.size = 0

    def _remove(self, address: Address) -> None:
        _, size = self._entries.pop(address, (None, 0))
        self.size -= size
