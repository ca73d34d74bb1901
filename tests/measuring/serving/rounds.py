"""Asks every case in turn, again and again, so that all have the same neighbours."""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from ..server import Served, production, served
from . import load
from .cases import Case
from .clock import clock_of, workers_of
from .figures import Sample

ETAG = re.compile(rb"\r\netag: *([^\r]+)", re.IGNORECASE)
# One worker, so that the other core is left to those who ask.
ONE_WORKER = {"WEB_CONCURRENCY": "1"}
CROWD = 4
# Of which there is a median, and a middle half.
FEWEST = 5


@dataclass(frozen=True)
class Stand:
    """Where a case is asked: the application that runs, and what goes over the wire."""

    case: Case
    server: Served
    requests: tuple[bytes, ...]


def measured(
    cases: Sequence[Case], rounds: int, seconds: float, limit: float
) -> dict[str, list[Sample]]:
    """The samples of each case by its name; a sample takes twice the seconds.

    On a busy machine there are fewer rounds: none begins after ``limit`` seconds.
    """
    samples: dict[str, list[Sample]] = {case.name: [] for case in cases}
    end = time.monotonic() + limit
    with _stands(cases) as stands, ProcessPoolExecutor(1, get_context("spawn")) as asking:
        for number in range(rounds):
            if number >= FEWEST and time.monotonic() > end:
                break
            for stand in stands:
                samples[stand.case.name].append(_sample(stand, asking, seconds))
    return samples


@contextmanager
def _stands(cases: Iterable[Case]) -> Iterator[list[Stand]]:
    """All applications at once, each asked for every address twice before it counts."""
    with ExitStack() as stack:
        servers = {
            application: stack.enter_context(
                served(f"{application}:application", production(f"http://{load.HOST}") | ONE_WORKER)
            )
            for application in dict.fromkeys(case.application for case in cases)
        }
        yield [_stand(case, servers[case.application]) for case in cases]


def _stand(case: Case, server: Served) -> Stand:
    requests = tuple(load.request(path, case.headers) for path in case.addresses)
    for _ in range(2):
        heads = [load.answer(server.port, request)[1] for request in requests]
    if case.is_known:
        tags = (ETAG.search(head)[1].decode() for head in heads)
        requests = tuple(
            load.request(path, {**case.headers, "If-None-Match": tag})
            for path, tag in zip(case.addresses, tags, strict=True)
        )
    return Stand(case, server, requests)


def _sample(stand: Stand, asking: Executor, seconds: float) -> Sample:
    """What an answer costs while one client asks, and how many a crowd gets."""
    clock = clock_of(workers_of(stand.server.master))
    begin = clock()
    alone = _asked(stand, asking, seconds, 1)
    cost = (clock() - begin) / alone.count
    crowd = _asked(stand, asking, seconds, CROWD)
    return Sample(cost, crowd.count / crowd.seconds)


def _asked(stand: Stand, asking: Executor, seconds: float, connections: int) -> load.Answers:
    return asking.submit(
        load.ask, stand.server.port, stand.requests, stand.case.status, seconds, connections
    ).result()
