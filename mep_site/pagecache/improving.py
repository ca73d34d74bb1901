"""Compresses pages better than a reader would wait for, in a thread of the process."""

import threading
from collections.abc import Callable
from queue import Full, Queue

LONGEST_QUEUE = 100


class Background:
    """Does one job after the other.

    The thread starts with the first job: it is then one of the process that serves, not of the one
    that was forked. It has the priority of the others: one that is put last would hold the lock of
    the interpreter while it waits for a processor, and everybody with it.
    """

    def __init__(self) -> None:
        self._jobs: Queue[Callable[[], None]] = Queue(LONGEST_QUEUE)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def do(self, job: Callable[[], None]) -> bool:
        """Do this some time; ``False`` if too much else is to be done already."""
        try:
            self._jobs.put_nowait(job)
        except Full:
            return False
        with self._lock:
            if not (self._thread and self._thread.is_alive()):
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
        return True

    def wait(self) -> None:
        """Until everything is done."""
        self._jobs.join()

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                job()
            finally:
                self._jobs.task_done()
