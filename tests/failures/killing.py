"""Processes that are killed while they do something, and what a database says before and after.

Loaded once by a server that forks, so that each of the processes starts at once.
"""

import os
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import monotonic, sleep
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.test")
django.setup()

PATIENCE = 60
# Beyond the end of what is done, so that its last moments are hit as well.
SPREAD = 1.1

processes = get_context("forkserver")
processes.set_forkserver_preload([__name__])


@dataclass(frozen=True)
class Deed:
    """A function that another process can be told to call, and what it is called with."""

    function: Callable[..., None]
    arguments: tuple[Any, ...] = ()

    def __call__(self) -> None:
        self.function(*self.arguments)


def post(session: str, url: str, data: dict[str, Any]) -> None:
    """Send a form in a session of somebody; an error unless it leads somewhere."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    response = client.post(url, data)
    assert response.status_code == 302, f"{url} answers {response.status_code}"


def command(name: str, *arguments: Any, **options: Any) -> None:
    """Run a management command without its words."""
    from io import StringIO

    from django.core.management import call_command

    call_command(name, *arguments, stdout=StringIO(), **options)


def duration(deed: Deed) -> float:
    """How many seconds it takes where nothing disturbs it; it is done then."""
    process, pipe = _start(deed)
    begin = monotonic()
    assert pipe.poll(PATIENCE)
    assert pipe.recv() == "done"
    passed = monotonic() - begin
    process.join(PATIENCE)
    return passed


def kill(deed: Deed, moment: float) -> None:
    """Do it in a process that is killed, these seconds after it has begun."""
    process, _ = _start(deed)
    sleep(moment)
    process.kill()
    process.join(PATIENCE)


def moments(number: int, usual: float, seed: str) -> Iterable[float]:
    """As many moments for death, one in each part of the usual duration, by chance."""
    chance = random.Random(seed)
    return (usual * SPREAD * (each + chance.random()) / number for each in range(number))


def _start(deed: Deed) -> tuple[BaseProcess, Connection]:
    """A process that does it, from the moment on at which it begins."""
    from django.conf import settings
    from django.db import connection

    here, there = processes.Pipe()
    places = connection.settings_dict["NAME"], settings.MEDIA_ROOT
    process = processes.Process(target=_run, args=(deed, places, there))
    process.start()
    there.close()
    assert here.poll(PATIENCE)
    assert here.recv() == "started"
    return process, here


def _run(deed: Deed, places: tuple[str, str], pipe: Connection) -> None:
    """Do it to this database and these uploads; says when it starts and when it is done."""
    from django.conf import settings
    from django.db import connection

    connection.settings_dict["NAME"], settings.MEDIA_ROOT = places
    connection.ensure_connection()
    pipe.send("started")
    deed()
    pipe.send("done")
