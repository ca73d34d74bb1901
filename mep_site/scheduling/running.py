"""The loop that starts what is due, ends what hangs, and says in the database that it lives."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from secrets import token_hex
from socket import gethostname
from tempfile import TemporaryFile
from typing import IO

from django.db import InterfaceError, OperationalError, connections
from django.utils import timezone

from .jobs import Job, wanted_jobs
from .models import LEASE, MOST_SAID, JobRun

logger = logging.getLogger(__name__)

# Seconds between two looks at the clock, and for what was asked to end before it is made to.
TICK = 1.0
GRACE = 20.0
LAST_GRACE = 5.0


@dataclass
class StartedJob:
    """A job in a process of its own, with what it writes to standard output."""

    job: Job
    run: JobRun
    output: IO[bytes] = field(default_factory=TemporaryFile)
    began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        # In a group of its own: whoever ends the scheduler leaves it to that to end the job.
        self.process = subprocess.Popen(  # noqa: S603 - a command of the list of jobs
            self.job.command_line,
            stdin=subprocess.DEVNULL,
            stdout=self.output,
            start_new_session=True,
        )

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    @property
    def hangs(self) -> bool:
        return self.seconds > self.job.limit.total_seconds()

    def end(self) -> None:
        """End the process and all that it has started: the process kindly first."""
        os.killpg(self.process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(LAST_GRACE)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @cached_property
    def last_words(self) -> str:
        """The end of what it wrote, for people to read."""
        with self.output:
            size = self.output.seek(0, os.SEEK_END)
            self.output.seek(max(0, size - MOST_SAID))
            return self.output.read().decode("utf-8", "replace").replace("\0", "").strip()


class Scheduler:
    """One of any number of schedulers, known to the others by ``holder``."""

    def __init__(self) -> None:
        self.holder = f"{gethostname()[:60]} {os.getpid()} {token_hex(4)}"
        self.failed: list[str] = []
        self.is_stopping = False
        self._begun: set[str] = set()
        self._started: dict[str, StartedJob] = {}
        self._said_so_at = 0.0
        self._is_blind = False

    def run(self) -> None:
        """Start what is due until ``is_stopping``, then let what runs come to its end."""
        while not self.is_stopping:
            with self._despite_a_lost_database():
                self._look_after_started()
                self._start_due(wanted_jobs())
            time.sleep(TICK)
        self._finish()

    def run_once(self) -> None:
        """Start everything that is due now, once, and wait for it; ``failed`` names what failed."""
        while True:
            jobs = [job for job in wanted_jobs() if job.command not in self._begun]
            self._start_due([] if self.is_stopping else jobs)
            if not self._started:
                return
            time.sleep(TICK / 10)
            self._look_after_started()

    def _start_due(self, jobs: list[Job]) -> None:
        """Start those that are due, of those for the night one at a time."""
        now = timezone.now()
        runs = JobRun.objects.in_bulk([job.command for job in jobs])
        for job in jobs:
            if job.command in self._started or (job.is_nightly and self._is_at_night_work):
                continue
            run = runs.get(job.command) or JobRun.objects.get_or_create(command=job.command)[0]
            was_cut_off = run.held_until is not None
            if run.is_due(job, now) and run.claim(self.holder, now):
                if was_cut_off:
                    logger.warning("%s was cut off; it begins again.", job.command)
                self._begun.add(job.command)
                self._started[job.command] = StartedJob(job, run)

    @property
    def _is_at_night_work(self) -> bool:
        return any(started.job.is_nightly for started in self._started.values())

    def _look_after_started(self) -> None:
        self._say_that_it_lives()
        for started in list(self._started.values()):
            if started.process.poll() is None and started.hangs:
                started.end()
                self._note_end(started, f"It was ended after {started.job.limit}.")
            elif started.process.poll() is not None:
                self._note_end(started)

    def _say_that_it_lives(self) -> None:
        if self._started and time.monotonic() - self._said_so_at > LEASE.total_seconds() / 3:
            JobRun.objects.held_by(self.holder).update(held_until=timezone.now() + LEASE)
            self._said_so_at = time.monotonic()

    def _note_end(self, started: StartedJob, why: str = "What it said stands above.") -> None:
        command, status, said = started.job.command, started.process.returncode, started.last_words
        started.run.end(timezone.now(), said or (why if status else ""), has_failed=status != 0)
        del self._started[command]
        if status:
            self.failed.append(command)
            logger.error("%s has failed with status %s. %s", command, status, why)
        elif said:
            logger.info("%s, in %.1f seconds: %s", command, started.seconds, said)

    def _finish(self) -> None:
        """Wait a moment for what runs; what does not end is cut off, for another to begin again."""
        until = time.monotonic() + GRACE
        while self._started and time.monotonic() < until:
            with self._despite_a_lost_database():
                self._look_after_started()
            time.sleep(TICK / 10)
        for started in self._started.values():
            started.end()
        with self._despite_a_lost_database():
            JobRun.objects.held_by(self.holder).update(held_until=timezone.now())

    @contextmanager
    def _despite_a_lost_database(self) -> Iterator[None]:
        """Say once that it is gone, and once that it is back."""
        try:
            yield
        except (OperationalError, InterfaceError) as error:
            connections.close_all()
            if not self._is_blind:
                logger.error("The database does not answer (%s).", type(error).__name__)
            self._is_blind = True
        else:
            if self._is_blind:
                logger.warning("The database answers again.")
            self._is_blind = False
