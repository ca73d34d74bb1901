"""The folder in which the processes of one gunicorn count together.

The client library of Prometheus looks for it when it is loaded, so it is made before. Each master
has its own: one that takes over (USR2) begins to count anew.
"""

import os
import shutil
from tempfile import mkdtemp

FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def make_folder() -> None:
    """Make a folder for this master and those that it starts."""
    os.environ[FOLDER] = mkdtemp(prefix="mep-site-metrics-")


def forget_process(number: int) -> None:
    """Remove what only a process that lives can say; what it has counted stays."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(number)


def remove_folder() -> None:
    shutil.rmtree(os.environ[FOLDER], ignore_errors=True)
