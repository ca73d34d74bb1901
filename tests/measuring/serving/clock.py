"""The processor time of other processes."""

import time
from collections.abc import Callable
from pathlib import Path


def workers_of(master: int) -> list[int]:
    """The processes that gunicorn's first one has started; none where there is no /proc."""
    children = Path(f"/proc/{master}/task/{master}/children")
    return [int(each) for each in children.read_text().split()] if children.exists() else []


def clock_of(processes: list[int]) -> Callable[[], float]:
    """What tells the seconds that these have used, to the nanosecond, where the system is Linux.

    Elsewhere it is the time that passes: nearly the same for a worker that is never idle.
    """
    if not processes:
        return time.perf_counter
    clocks = [_clock_of(process) for process in processes]
    return lambda: sum(map(time.clock_gettime, clocks))


def _clock_of(process: int) -> int:
    """Linux's number of the clock of a process, of all its threads; see clock_getcpuclockid(3)."""
    return (~process << 3) | 2
