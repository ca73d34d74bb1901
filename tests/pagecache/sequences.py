"""Compares answers from the cache with those of a site that remembers nothing, edit by edit.

    python -m tests.pagecache.sequences 2000 [FIRST]

Two processes serve one database, each with its own cache, and either of them edits. Before and
after each edit they are asked for a few addresses, and so is a third one, which has no cache and
forgets all else. A sequence depends on its number only, so what fails can be repeated.
"""

import random
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from . import process
from .edits import EDITS

PATIENCE = 60
MOST_EDITS = 3
ADDRESSES = 2
# What the layer adds or writes itself, and the moment of an answer that is not to be kept.
OWN_HEADERS = {"Cache-Status", "Content-Length", "Content-Encoding", "ETag", "Vary", "Expires"}

processes = get_context("forkserver")
processes.set_forkserver_preload([process.__name__])


class Site:
    """A process of the site, from the outside."""

    def __init__(self, database: dict[str, Any], media: str, *, remembers: bool) -> None:
        self._pipe, there = processes.Pipe()
        self._process = processes.Process(
            target=process.run, args=(there, database, media), kwargs={"remembers": remembers}
        )
        self._process.start()
        there.close()
        self._hear()

    def do(self, *task: Any) -> Any:
        """Have something done, and return what comes of it."""
        self._pipe.send(task)
        return self._hear()

    def stop(self) -> None:
        self._pipe.close()
        self._process.join(PATIENCE)

    def _hear(self) -> Any:
        if not self._pipe.poll(PATIENCE):
            raise TimeoutError
        return self._pipe.recv()


class Comparison:
    """Two processes with caches, and one without, on one database."""

    def __init__(self, database: dict[str, Any], media: str) -> None:
        self.name = Path(database["NAME"])
        self.initial = self.name.with_suffix(".initial")
        _copy(self.name, self.initial)
        self.cached = [Site(database, media, remembers=True) for _ in range(2)]
        self.plain = Site(database, media, remembers=False)
        self.counts: Counter[str] = Counter()

    def stop(self) -> None:
        for site in (*self.cached, self.plain):
            site.stop()

    def run(self, number: int) -> list[str]:
        """One sequence from the beginning; returns what was different."""
        chance = random.Random(number)
        _copy(self.initial, self.name)
        for site in (*self.cached, self.plain):
            site.do("start_over")
        addresses = chance.sample(_addresses(self.name), ADDRESSES)
        done: list[str] = []
        found = self._differences(addresses, self.cached, done)
        for _ in range(chance.randint(1, MOST_EDITS)):
            name, seed = chance.choice([*EDITS]), chance.randrange(2**32)
            writer, other = chance.sample(self.cached, 2)
            failed = writer.do("edit", name, seed)
            self.counts[f"{name}{', refused' if failed else ''}"] += 1
            done.append(f"{name} {failed}".strip())
            found += self._differences(addresses, [writer, other], done)
        return [f"Sequence {number}: {each}" for each in found]

    def _differences(self, addresses: list[str], sites: list[Site], done: list[str]) -> list[str]:
        """What the first site shows otherwise now, and the second when a version has aged."""
        expected = {each: self.plain.do("ask", each, {}) for each in addresses}
        found = []
        for site in sites:
            # Twice: as it is rendered, and from memory.
            for address, right in (*expected.items(), *expected.items()):
                given = site.do("ask", address, {})
                self.counts[given.whence] += 1
                if _shown(given) != _shown(right):
                    found.append(f"{address} {given.status} {given.whence} after {done}")
            sleep(process.ALLOWED_AGE)
        return found


def _shown(answer: Any) -> tuple[int, bytes, dict[str, Any]]:
    headers = {name: value for name, value in answer.headers.items() if name not in OWN_HEADERS}
    # The order of its directives differs from process to process.
    policy = headers.pop("Content-Security-Policy", "")
    return answer.status, answer.body, headers | {"policy": sorted(policy.split("; "))}


def _copy(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as one, sqlite3.connect(target) as other:
        one.backup(other)
    one.close()
    other.close()


def _addresses(name: Path) -> list[str]:
    """All addresses of the site, in every language, with what is no page."""
    from mep_site.settings.languages import LANGUAGES

    with sqlite3.connect(name) as database:
        paths = [
            path.split("/", 2)[2]
            for (path,) in database.execute("SELECT url_path FROM core_basepage WHERE depth > 1")
        ]
    database.close()
    codes = [language.code for language in LANGUAGES]
    pages = [f"/{code}/{path}" for code in codes for path in paths]
    return [
        *pages,
        *(f"{page}?with={code}" for page in pages[::4] for code in codes),
        *(f"/{code}/{path}" for code in codes for path in ALSO for _ in range(5)),
        *("/sitemap.xml", "/sitemap-0.xml", "/robots.txt"),
    ]


ALSO = (
    "",
    "feed/",
    "feed/news/",
    "site.webmanifest",
    "news/?topic=water",
    "news/?year=2019",
    "news/?page=2",
    "changes/40/",
    "search/?q=water",
    "no-such-page/",
)


@contextmanager
def comparison(database: dict[str, Any], media: str) -> Iterator[Comparison]:
    """The three processes, until the block ends."""
    compared = Comparison(database, media)
    try:
        yield compared
    finally:
        compared.stop()


def main(count: int, first: int = 0) -> int:
    """Run so many sequences and say how it went; returns how many differences there were."""
    from django.conf import settings
    from django.db import connection

    from ..prepared import demo_database

    begun, found = monotonic(), []
    with ExitStack() as stack:
        stack.enter_context(demo_database("sequences"))
        database = {"NAME": str(connection.settings_dict["NAME"])}
        connection.close()
        compared = stack.enter_context(comparison(database, str(settings.MEDIA_ROOT)))
        for number in range(first, first + count):
            differences = compared.run(number)
            found += differences
            for each in differences:
                print(each, flush=True)  # noqa: T201
            if number % 100 == 99:
                print(f"{number + 1} sequences, {monotonic() - begun:.0f} s", flush=True)  # noqa: T201
        for what, times in sorted(compared.counts.items()):
            print(f"{times:7} {what}")  # noqa: T201
    print(f"{count} sequences, {len(found)} differences, {monotonic() - begun:.0f} s")  # noqa: T201
    return len(found)


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
