"""How gunicorn serves the site; WEB_CONCURRENCY sets the number of processes."""

import gc
import sys

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from mep_site.observability.metrics import processes
from mep_site.settings import env

# While all is loaded there is hardly any garbage: see `when_ready`.
gc.set_threshold(50_000)
wsgi_app = "mep_site.wsgi:application"
workers = env.integer("WEB_CONCURRENCY", 2)
threads = 4
# Longer than nginx keeps an idle connection (60 s): else it sends a request into a closing one.
keepalive = 75
# Loading before the fork shares memory, and lets USR2 put a new version in place unnoticed.
preload_app = True
control_socket_disable = True
# Its own lines as those of the site: they name who has sent a request that cannot be read.
logconfig_dict = env.logging_to_stderr(
    {"gunicorn.error": {"handlers": ["stderr"], "level": "INFO", "propagate": False}}
)
counts = bool(env.text("METRICS_TOKEN"))
if counts:
    processes.make_folder()


def on_starting(server: Arbiter) -> None:
    """Let USR2 start the new version as this one was started, also by ``python -m gunicorn``.

    gunicorn repeats ``sys.argv``, in which a module stands as a file. Started as a file its own
    modules come before Python's of the same names, and the new master ends before it serves.
    """
    server.START_CTX["args"] = [sys.executable, *sys.orig_argv[1:]]


def when_ready(server: Arbiter) -> None:
    """Exempt from garbage collection what was loaded before the fork: it stays for good.

    Dictionaries and classes are hundreds of thousands of objects. To walk through them takes as
    long as several answers, and copies the memory that the processes share.
    """
    gc.collect()
    gc.freeze()


def child_exit(server: Arbiter, worker: Worker) -> None:
    """Let the metrics know that a process is gone."""
    if counts:
        processes.forget_process(worker.pid)


def on_exit(server: Arbiter) -> None:
    """Leave no counts behind."""
    if counts:
        processes.remove_folder()
