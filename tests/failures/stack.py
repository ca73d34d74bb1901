"""The whole site on this machine, as compose would start it, with servers that can be made to fail.

PostgreSQL with the demo content, Redis, two instances of gunicorn with the settings of production,
and nginx in front of both. Nothing listens beyond this machine, and all of it ends with the block.

    python -m tests.failures.stack

starts it, says where it answers, and serves until it is interrupted.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from ..measuring.server import (
    LOG,
    PATIENCE,
    behind_nginx,
    free_port,
    gunicorn,
    production,
    running,
)
from ..measuring.serving.clock import workers_of
from ..measuring.tools import REDIS
from ..postgresql_server import put_demo_data
from ..prepared import UPLOADS, kept_folder, template_name
from ..throwaway_postgresql import PostgreSQL, stoppable_server

INSTANCES = 2
SETTINGS = "tests.settings_without_collected_files"


class Instance:
    """One gunicorn, whose master may be replaced by another process."""

    def __init__(self, port: int, pid_file: Path) -> None:
        self.port, self._pid_file = port, pid_file

    @property
    def command(self) -> list[str]:
        return gunicorn(
            self.port, f"--pid={self._pid_file}", "--capture-output", f"--error-logfile={LOG}"
        )

    @property
    def master(self) -> int:
        return int(self._pid_file.read_text())

    @property
    def workers(self) -> list[int]:
        return workers_of(self.master)

    def kill_worker(self, patience: float) -> None:
        """Kill one as the system would; returns when another one is there in its place."""
        before = self.workers
        os.kill(before[0], signal.SIGKILL)
        wait_until(lambda: self.workers != before and len(self.workers) == len(before), patience)

    def replace(self) -> None:
        """Let a new version take over, as docs/operations.md says; returns when it has."""
        old, successor = self.master, self._pid_file.with_name(f"{self._pid_file.name}.2")
        os.kill(old, signal.SIGUSR2)
        wait_until(lambda: successor.exists() and workers_of(int(successor.read_text() or 0)))
        os.kill(old, signal.SIGTERM)
        wait_until(lambda: self._pid_file.exists() and self.master != old)

    def end(self) -> None:
        """End whichever process is the master now."""
        with suppress(FileNotFoundError, ProcessLookupError, ValueError):
            os.kill(self.master, signal.SIGTERM)
        wait_until(lambda: not self._pid_file.exists())


@dataclass(frozen=True)
class Stack:
    """What runs, and where visitors come in."""

    port: int
    postgresql: PostgreSQL
    instances: list[Instance]
    redis: subprocess.Popen[bytes]
    database: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def wait_until(is_so: Callable[[], object], patience: float = PATIENCE) -> None:
    """Returns as soon as something is so; ``TimeoutError`` if it does not become so."""
    end = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


@contextmanager
def running_stack() -> Iterator[Stack]:
    """All of it, until the block ends."""
    with TemporaryDirectory(prefix="mep-site-stack-") as name, ExitStack() as stack:
        folder = Path(name)
        put_demo_data(folder / "data")
        kept = kept_folder("postgresql")
        shutil.copytree(kept / UPLOADS, folder / "media")
        postgresql = stack.enter_context(stoppable_server(folder / "data"))
        redis_port, port = free_port(), free_port()
        redis = stack.enter_context(running(_redis(redis_port, folder), redis_port, {}))
        database = postgresql.url(template_name(kept))
        environment = production(f"http://127.0.0.1:{port}") | {
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "DATABASE_URL": database,
            "MEDIA_ROOT": str(folder / "media"),
            "SENDFILE_URL": "/allowed-uploads",
            "REDIS_URL": f"redis://127.0.0.1:{redis_port}/0",
            "WEB_CONCURRENCY": "2",
        }
        instances = [
            stack.enter_context(_instance(folder / f"gunicorn-{number}", environment))
            for number in range(INSTANCES)
        ]
        stack.enter_context(_nginx(instances, port, folder))
        yield Stack(port, postgresql, instances, redis, database)


def _redis(port: int, folder: Path) -> list[str]:
    where = ["--bind", "127.0.0.1", "--port", str(port), "--logfile", str(folder / "redis.log")]
    return [str(REDIS), *where, "--save", "", "--appendonly", "no"]


@contextmanager
def _instance(pid_file: Path, environment: dict[str, str]) -> Iterator[Instance]:
    instance = Instance(free_port(), pid_file)
    with running(instance.command, instance.port, environment):
        wait_until(pid_file.exists)
        try:
            yield instance
        finally:
            instance.end()


@contextmanager
def _nginx(instances: list[Instance], port: int, folder: Path) -> Iterator[None]:
    """In front of all of them, as where the name of the site has several addresses."""
    ports = [each.port for each in instances]
    several = " ".join(f"server 127.0.0.1:{each} max_fails=0;" for each in ports)
    with behind_nginx(ports[0], port, folder, (f"server 127.0.0.1:{ports[0]};", several)):
        yield


def main() -> None:
    """Serve until somebody interrupts, or ends the process kindly."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with running_stack() as stack, suppress(KeyboardInterrupt):
        sys.stdout.write(f"The site:  {stack.address}/\nDatabase:  {stack.database}\n")
        sys.stdout.write(f"gunicorn:  {[each.master for each in stack.instances]}\n")
        sys.stdout.flush()
        signal.pause()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.test")
    django.setup()
    main()
