"""What an answer costs in this process, once everything that is remembered has been read."""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from time import process_time
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .floor import floor_seconds
from .kinds import Visit

WARMING = 3


@dataclass(frozen=True)
class Cost:
    """The processor time of an answer in milliseconds, that of the floor, and the queries."""

    visit: Visit
    milliseconds: float
    floor: float
    queries: int

    @property
    def in_floors(self) -> float:
        """The time as a multiple of what an answer costs that takes no work."""
        return self.milliseconds / self.floor


def costs(visits: Iterable[Visit], rounds: int = 60) -> list[Cost]:
    """The cost of each visit, the median of that many rounds.

    The rounds are interleaved, also with the floor, so that what else the machine does concerns all
    alike. Django answers by itself, without what stands in front of it, to a visitor without
    cookies.
    """
    site = WSGIHandler()
    # As in production, see gunicorn.conf.py.
    gc.collect()
    gc.freeze()
    asked = list(visits)
    queries = [_queries(site, visit) for visit in asked]
    seconds: list[list[float]] = [[] for _ in asked]
    floors: list[float] = []
    for _ in range(rounds):
        for visit, found in zip(asked, seconds, strict=True):
            found.append(_seconds(site, visit))
            floors.append(floor_seconds())
    floor = 1000 * median(floors)
    return [
        Cost(visit, 1000 * median(found), floor, count)
        for visit, found, count in zip(asked, seconds, queries, strict=True)
    ]


def _queries(site: Callable, visit: Visit) -> int:
    for _ in range(WARMING):
        _ask(site, visit.address)
    with CaptureQueriesContext(connection) as captured:
        _ask(site, visit.address)
    return len(captured)


def _seconds(site: Callable, visit: Visit) -> float:
    begin = process_time()
    _ask(site, visit.address)
    return process_time() - begin


def _ask(site: Callable, address: str) -> None:
    """Read the whole answer."""
    response = site(environ(address), lambda status, headers, exc_info=None: None)
    try:
        for _ in response:
            pass
    finally:
        response.close()


def environ(address: str) -> dict[str, Any]:
    """The request of a visitor who comes for the first time, as a server hands it over."""
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT": "text/html",
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
