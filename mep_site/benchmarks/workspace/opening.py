"""How long the forms of a page take to be opened, each in turn.

What a server takes is measured here. What a browser adds to it is left to the test in a browser:
Wagtail starts an editor for each text there, a workspace those in sight.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from time import process_time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True)
class Opening:
    """The processor time of an answer in milliseconds, its queries and its size in bytes."""

    milliseconds: float
    queries: int
    size: int


def openings(client: Client, addresses: Mapping[str, str], rounds: int) -> dict[str, Opening]:
    """Open each form as often, one after the other, so that other work concerns all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in addresses}
    first = {name: _first(client, url) for name, url in addresses.items()}
    for _ in range(rounds):
        for name, url in addresses.items():
            begin = process_time()
            client.get(url)
            seconds[name].append(process_time() - begin)
    return {
        name: Opening(1000 * median(seconds[name]), queries, size)
        for name, (queries, size) in first.items()
    }


def _first(client: Client, url: str) -> tuple[int, int]:
    """The queries and the size of an answer, once everything that is remembered has been read."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    if response.status_code != 200:
        raise RuntimeError(f"{url} answers {response.status_code}")
    return len(captured), len(response.content)
