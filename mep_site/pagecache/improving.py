"""Compresses pages better than a reader would wait for, in a thread of the process."""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Full, Queue

# What is left over is asked for again by the next reader.
LONGEST_QUEUE = 100
NICENESS = 19


class Background:
    """Does one job after the other, after whatever serves readers.

    The thread starts with the first job: it is then one of the process that serves, not of the one
    that was forked.
    """

    def __init__(self) -> None:
        self._jobs: Queue[Callable[[], None]] = Queue(LONGEST_QUEUE)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def do(self, job: Callable[[], None]) -> None:
        """Do this some time; not at all while too much else waits."""
        with suppress(Full):
            self._jobs.put_nowait(job)
        with self._lock:
            if not (self._thread and self._thread.is_alive()):
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Until everything is done."""
        self._jobs.join()

    def _work(self) -> None:
        with suppress(OSError):  # Linux knows the priority of a thread, others that of a process.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        while True:
            job = self._jobs.get()
            try:
                job()
            finally:
                self._jobs.task_done()
