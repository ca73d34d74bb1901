"""Those who visit a site while something happens to it, and what each of them gets."""

import socket
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from statistics import quantiles
from threading import Event

HOST = "127.0.0.1"
PATIENCE = 60
AT_ONCE = 65_536


@dataclass(frozen=True)
class Visit:
    """An answer, or the lack of one (status 0), and how many seconds it took."""

    path: str
    status: int
    seconds: float
    head: str = ""
    body: bytes = b""

    @property
    def is_stale(self) -> bool:
        """Whether a cache has answered by itself, as the site or its database was away."""
        return "detail=stale-if-error" in self.head


@dataclass
class Visits:
    """All answers to some visitors."""

    made: list[Visit]

    def __len__(self) -> int:
        return len(self.made)

    @property
    def statuses(self) -> Counter[int]:
        return Counter(visit.status for visit in self.made)

    @property
    def slowest(self) -> float:
        return max(visit.seconds for visit in self.made)

    @property
    def p95(self) -> float:
        """The time within which 95 of 100 were answered, in seconds."""
        return quantiles([visit.seconds for visit in self.made], n=20)[-1]


def visit(port: int, path: str, **headers: str) -> Visit:
    """Ask for a page over a connection of its own; headers with underscores for hyphens."""
    begin = time.perf_counter()
    try:
        received = _asked(port, path, headers)
    except OSError:
        received = b""
    seconds = time.perf_counter() - begin
    head, _, body = received.partition(b"\r\n\r\n")
    status = int(head[9:12]) if head else 0
    return Visit(path, status, seconds, head.decode("latin-1"), body)


def _asked(port: int, path: str, headers: dict[str, str]) -> bytes:
    fields = {"Host": HOST, "Connection": "close"}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
    with socket.create_connection((HOST, port), timeout=PATIENCE) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        return b"".join(iter(lambda: connection.recv(AT_ONCE), b""))


def visit_all(port: int, paths: Iterable[str], visitors: int = 4) -> Visits:
    """Ask for each of these, several at a time."""
    with ThreadPoolExecutor(visitors) as pool:
        return Visits(list(pool.map(lambda path: visit(port, path), paths)))


@contextmanager
def visiting(
    port: int, paths: Sequence[str], number: int = 0, visitors: int = 4
) -> Iterator[Visits]:
    """Visitors who go on while the block runs, and until there were this many visits at least.

    What they got is in what the block is given, once it has ended.
    """
    over, visits = Event(), Visits([])
    turns = iter(cycle(paths))

    def go_on() -> None:
        while not over.is_set() or len(visits) < number:
            visits.made.append(visit(port, next(turns)))

    with ThreadPoolExecutor(visitors) as pool:
        going: list[Future[None]] = [pool.submit(go_on) for _ in range(visitors)]
        try:
            yield visits
        finally:
            over.set()
            for each in going:
                each.result()


class SlowClient:
    """Sends its request a letter at a time and never comes to the end of it.

    Where the server gives it up, it begins anew.
    """

    def __init__(self, port: int, path: str) -> None:
        self._port, self._path = port, path
        self._begin()

    def _begin(self) -> None:
        self._letters = iter(f"GET {self._path} HTTP/1.1\r\nX-Slow: {'x' * AT_ONCE}".encode())
        self._connection = socket.create_connection((HOST, self._port), timeout=PATIENCE)
        self._connection.setblocking(False)

    def go_on(self) -> None:
        """Send the next letter."""
        try:
            self._connection.send(bytes([next(self._letters)]))
            if not self.is_connected:
                raise ConnectionResetError
        except OSError:
            self.close()
            self._begin()

    @property
    def is_connected(self) -> bool:
        """Whether the server still waits for the rest."""
        try:
            self._connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    def close(self) -> None:
        self._connection.close()


@contextmanager
def slow_clients(
    port: int, number: int, path: str, pause: float = 1.0
) -> Iterator[list[SlowClient]]:
    """As many of them, each of which sends a letter in every pause (in seconds)."""
    clients = [SlowClient(port, path) for _ in range(number)]
    over = Event()

    def drip() -> None:
        while not over.wait(pause):
            for client in clients:
                client.go_on()

    with ThreadPoolExecutor(1) as pool:
        dripping = pool.submit(drip)
        try:
            yield clients
        finally:
            over.set()
            dripping.result()
            for client in clients:
                client.close()
