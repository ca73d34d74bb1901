"""A new version takes over from a running one, however gunicorn was started."""

import os
import signal
import sys
import time
import urllib.request
from collections.abc import Callable

import pytest

from .measuring.server import free_port, running
from .measuring.serving.clock import workers_of

pytestmark = pytest.mark.slow
PATIENCE = 30
APPLICATION = f"{__package__}.varying_answers:application"


def wait_for(condition: Callable[[], object]) -> object:
    """What the condition finds, once it finds something."""
    for _ in range(PATIENCE * 10):
        if found := condition():
            return found
        time.sleep(0.1)
    raise AssertionError("It has not happened.")


def test_a_second_master_takes_over_from_the_first():
    """Started as a module, which is the harder case: this application needs Python's own http."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", f"--bind=127.0.0.1:{port}", APPLICATION]
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"Accept-Language": "en"})
    with running(command, port, {"WEB_CONCURRENCY": "1"}) as first:
        workers = set(wait_for(lambda: workers_of(first.pid)))
        first.send_signal(signal.SIGUSR2)
        (second,) = wait_for(lambda: set(workers_of(first.pid)) - workers)
        try:
            wait_for(lambda: workers_of(second))
            first.terminate()
            assert first.wait(PATIENCE) == 0
            with urllib.request.urlopen(request, timeout=10) as answer:
                assert answer.status == 200
        finally:
            os.kill(second, signal.SIGTERM)
