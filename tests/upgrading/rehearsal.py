"""An upgrade that nobody notices: the version before serves while this one migrates its database.

    python -m tests.upgrading.rehearsal [--requests 5000] [--before COMMIT]

The version before is the one before the newest migrations: that before the last change of
``tests/landed_migrations.txt``, unless a commit or tag is named. It gets a PostgreSQL of its own
and its own demo content; readers ask it for pages, one in five past its cache, and an editor of it
publishes again and again. Meanwhile this version migrates, watched (``locks``). Then it starts and
takes the readers over. At fault is each answer of 500 and above or none at all, each publication
that fails, and each migration that would stop readers. Both run with the packages that are here.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from threading import Event, Lock, Thread
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from ..measuring.server import free_port
from ..throwaway_postgresql import server

ROOT = Path(__file__).parents[2]
LANDED = "tests/landed_migrations.txt"
READERS = 4
PATIENCE = 300
# Of the requests: before the migrations, while they run, and to this version afterwards.
BEFORE, AFTER = 0.1, 0.2
PAST_THE_CACHE = 5
EDITING = """
import time
from news.models import NewsArticle
number = 0
while True:
    for page in NewsArticle.objects.published()[:3]:
        number += 1
        page.title_zh_hans = f"第{number}次"
        page.save_revision().publish()
        print(number, flush=True)
        time.sleep(0.5)
"""
WATCHED = "from tests.upgrading.rehearsal import migrate_watched; migrate_watched()"
PATHS = "from mep_site.pagecache.samples import public_paths; print(*public_paths(), sep='\\n')"


class NoHistoryError(Exception):
    """The clone does not hold the version before."""


@dataclass
class Answers:
    """What readers got: seconds of each answer, and what failed."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Readers:
    """Some readers at once who ask for one page after the other, until they are told to stop."""

    def __init__(self, paths: list[str]) -> None:
        self.answers = Answers()
        self.port = 0
        self._paths, self._numbers = paths, count()
        self._lock, self._stopped = Lock(), Event()
        self._threads = [Thread(target=self._read) for _ in range(READERS)]

    @contextmanager
    def reading(self, port: int) -> Iterator[None]:
        """From the site at this port, or the one that ``port`` says later."""
        self.port = port
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self.stop()

    def stop(self) -> None:
        """Have the last answers, and ask for nothing more."""
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def wait_for(self, number: int) -> None:
        """Until so many answers were had."""
        while len(self.answers.seconds) < number:
            time.sleep(0.05)

    def _read(self) -> None:
        while not self._stopped.is_set():
            with self._lock:
                number = next(self._numbers)
            path = self._paths[number % len(self._paths)]
            if number % PAST_THE_CACHE == 0:
                path = f"{path}?rehearsal={number}"
            self._ask(path)

    def _ask(self, path: str) -> None:
        began = time.monotonic()
        fault = _fault_of(f"http://127.0.0.1:{self.port}{path}")
        with self._lock:
            self.answers.seconds.append(time.monotonic() - began)
            if fault:
                self.answers.failed.append(fault)


def _fault_of(url: str) -> str | None:
    """What is wrong with an answer; a page that is not there for everybody is none."""
    try:
        urlopen(Request(url, headers={"Cookie": "sessionid=nobody"} if "?" in url else {})).read()
    except HTTPError as error:
        return f"{url}: {error.code}" if error.code >= 500 else None
    except (URLError, OSError) as error:
        return f"{url}: {error}"
    return None


@contextmanager
def version_before(commit: str | None) -> Iterator[Path]:
    """The files of the version before, in a folder; ``NoHistoryError`` if they cannot be had."""
    last = commit or _git("log", "-1", "--format=%H^", "--", LANDED).strip()
    try:
        files = subprocess.run(["git", "archive", last], cwd=ROOT, capture_output=True, check=True)
    except subprocess.CalledProcessError as error:
        raise NoHistoryError(
            f"This clone does not hold the version before ({last}): nothing was rehearsed. "
            "Fetch it: git fetch --unshallow"
        ) from error
    with TemporaryDirectory(prefix="mep-site-before-") as folder:
        subprocess.run(["tar", "-x", "-C", folder], input=files.stdout, check=True)
        # It starts with any that are compiled; what pages say matters to nobody here.
        for compiled in ROOT.glob("locale*/*/LC_MESSAGES/*.mo"):
            place = Path(folder, compiled.relative_to(ROOT))
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(compiled, place)
        _say(f"The version before: {_git('log', '-1', '--oneline', last).strip()}")
        yield Path(folder)


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


class Version:
    """A version of the site, with the database and the uploads that both have in common."""

    def __init__(self, code: Path, database: str, uploads: Path) -> None:
        self.code = code
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings_without_collected_files",
            "SECRET_KEY": token_urlsafe(64),
            "ALLOWED_HOSTS": "127.0.0.1",
            "WAGTAILADMIN_BASE_URL": "http://127.0.0.1",
            "DATABASE_URL": database,
            "MEDIA_ROOT": str(uploads),
            "TRUSTED_PROXIES": "0",
        }

    def runs(self, *command: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=self.code,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    @contextmanager
    def serving(self) -> Iterator[int]:
        """Under gunicorn, as in production; yields the port."""
        port = free_port()
        command = ["-m", "gunicorn", f"--bind=127.0.0.1:{port}", "--log-level=warning"]
        with subprocess.Popen(
            [sys.executable, *command], cwd=self.code, env=self.environment
        ) as process:
            try:
                _wait_for(f"http://127.0.0.1:{port}/en/")
                yield port
            finally:
                process.terminate()

    @contextmanager
    def being_edited(self) -> Iterator[list[str]]:
        """Published by an editor, again and again; afterwards the list has a line for each time."""
        published: list[str] = []
        command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", EDITING]
        with subprocess.Popen(
            command, cwd=self.code, env=self.environment, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout.readline()
            yield published
            has_failed = process.poll() is not None
            process.send_signal(signal.SIGTERM)
            published += process.communicate()[0].splitlines()
            if has_failed:
                raise SystemExit("FAULT: the editor could not publish while it was migrated.")


def _wait_for(url: str) -> None:
    for _ in range(PATIENCE * 4):
        if _fault_of(url) is None:
            return
        time.sleep(0.25)
    raise SystemExit(f"{url} does not answer.")


def migrate_watched() -> None:
    """Apply all migrations to the database of this process, and write what would stop readers."""
    from django.core.management import call_command
    from django.core.management.commands import migrate

    from .locks import WatchingExecutor

    executors: list[WatchingExecutor] = []

    def watching(*arguments: Any) -> WatchingExecutor:
        executors.append(WatchingExecutor(*arguments))
        return executors[-1]

    migrate.MigrationExecutor = watching
    call_command("migrate", verbosity=0)
    sys.stdout.writelines(f"{fault}\n" for executor in executors for fault in executor.faults)


def rehearse(requests: int, commit: str | None) -> int:
    """Rehearse an upgrade, say what was found, and return how much of it is at fault."""
    with ExitStack() as stack:
        code = stack.enter_context(version_before(commit))
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="mep-site-rehearsal-")))
        database = stack.enter_context(server(folder / "data"))
        before, now = (Version(each, database, folder / "media") for each in (code, ROOT))
        before.runs("migrate", "--verbosity=0")
        before.runs(
            "load_demo", "--verbosity=0", DJANGO_SETTINGS_MODULE="mep_site.settings.dev", DEBUG="0"
        )
        readers = Readers(before.runs("shell", "--no-imports", "--command", PATHS).split())
        answers = readers.answers
        with before.serving() as port, readers.reading(port):
            with before.being_edited() as published:
                readers.wait_for(int(requests * BEFORE))
                began, had = time.monotonic(), len(answers.seconds)
                stopping = now.runs("shell", "--no-imports", "--command", WATCHED).splitlines()
                took, during = time.monotonic() - began, len(answers.seconds) - had
                _say(f"Migrating took {took:.1f} s, in which readers had {during} answers.")
                readers.wait_for(int(requests * (1 - AFTER)))
            with now.serving() as readers.port:
                readers.wait_for(requests)
                readers.stop()
    _say(
        f"{len(answers.seconds)} answers, {len(answers.failed)} failed; the slowest took "
        f"{max(answers.seconds):.2f} s. {len(published) + 1} publications."
    )
    faults = [*answers.failed, *stopping]
    for fault in faults:
        _say(f"FAULT: {fault}")
    return len(faults)


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def main() -> int:
    """Rehearse as the command line says; an error for any fault, and where there is no history."""
    parser = argparse.ArgumentParser(description="Rehearse an upgrade from the version before.")
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--before", help="a commit or tag; by default before the last migrations")
    options = parser.parse_args()
    try:
        return 1 if rehearse(options.requests, options.before) else 0
    except NoHistoryError as error:
        _say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
