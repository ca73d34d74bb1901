"""Asks a server as fast as it answers, over connections that stay open.

Plain sockets: ``http.client`` takes as long to read an answer as the server to give it.
"""

import re
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
# Without the port: web servers in front hand on what visitors have asked for.
HOST = "127.0.0.1"
NO_BODY = {204, 304}
AT_ONCE = 65_536


@dataclass(frozen=True)
class Answers:
    """How many answers came in how many seconds."""

    count: int
    seconds: float


def request(path: str, headers: Mapping[str, str]) -> bytes:
    """A GET request as it goes over the wire."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def ask(
    port: int, requests: Sequence[bytes], status: int, seconds: float, connections: int
) -> Answers:
    """Go through the requests again and again; ``ValueError`` on an answer of another status."""
    begin = time.perf_counter()
    starts = [index * len(requests) // connections for index in range(connections)]
    with ThreadPoolExecutor(connections) as pool:
        turns = [
            pool.submit(_ask, port, islice(cycle(requests), start, None), status, begin + seconds)
            for start in starts
        ]
        count = sum(turn.result() for turn in turns)
    return Answers(count, time.perf_counter() - begin)


def answer(port: int, asked: bytes) -> tuple[int, bytes]:
    """The status of a single answer, and its head."""
    with _connected(port) as connection:
        return _answer(connection, asked)


def _ask(port: int, requests: Iterator[bytes], status: int, until: float) -> int:
    count = 0
    with _connected(port) as connection:
        for asked in requests:
            found, _ = _answer(connection, asked)
            if found != status:
                raise ValueError(f"{found} instead of {status}: {asked.decode()}")
            count += 1
            if time.perf_counter() >= until:
                break
    return count


def _connected(port: int) -> socket.socket:
    connection = socket.create_connection((HOST, port), timeout=60)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _answer(connection: socket.socket, asked: bytes) -> tuple[int, bytes]:
    """Ask, read the answer to its end, and return its status and head."""
    connection.sendall(asked)
    received = b""
    while b"\r\n\r\n" not in received:
        received += _received(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    status = int(head[9:12])
    left = 0 if status in NO_BODY else int(LENGTH.search(head)[1]) - len(body)
    while left > 0:
        left -= len(_received(connection))
    return status, head


def _received(connection: socket.socket) -> bytes:
    data = connection.recv(AT_ONCE)
    if not data:
        raise ConnectionError("The server has closed the connection within an answer.")
    return data
