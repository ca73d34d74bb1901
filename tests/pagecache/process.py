"""A process of the site: answers requests and makes edits, as it is told through a pipe.

Loaded once by a server that forks, so that each of the processes starts at once.
"""

import logging
import os
from itertools import count
from multiprocessing.connection import Connection
from random import Random
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.test")
django.setup()

ALLOWED_AGE = 0.02


def run(pipe: Connection, database: dict[str, Any], media: str, *, remembers: bool) -> None:
    """Serve the site with this database until the pipe is closed; with a cache, or without."""
    from django.conf import settings
    from django.db import connection

    logging.disable()
    settings.MEDIA_ROOT = media
    connection.settings_dict.update(database)
    site = _Remembering() if remembers else _Forgetful()
    tasks = {"ask": site.ask, "edit": _edit, "start_over": site.start_over}
    pipe.send("ready")
    while True:
        try:
            name, *arguments = pipe.recv()
        except EOFError:
            return
        pipe.send(tasks[name](*arguments))


class _Remembering:
    """The site with its page cache, as it is served."""

    def __init__(self) -> None:
        from django.core.wsgi import get_wsgi_application

        from mep_site.publicstate import version

        from .site import cached

        # The others wait that long after an edit, many thousand times.
        version.MAX_AGE = ALLOWED_AGE
        self.application = cached(get_wsgi_application())

    def ask(self, url: str, headers: dict[str, str]) -> Any:
        from .requests import ask

        return ask(self.application, url, **headers)

    def start_over(self) -> None:
        """The database was exchanged, behind the back of everybody."""
        from mep_site.publicstate.version import expire

        expire()


class _Forgetful(_Remembering):
    """The site that remembers nothing from one request to the next: what the others must equal."""

    def __init__(self) -> None:
        from django.core.wsgi import get_wsgi_application

        from mep_site.publicstate import version

        self.application = get_wsgi_application()
        numbers = count()
        version._read = lambda: version.Reading(str(next(numbers)), version.monotonic())

    def ask(self, url: str, headers: dict[str, str]) -> Any:
        from django.core.cache import cache

        self.start_over()
        cache.clear()
        return super().ask(url, headers)


def _edit(name: str, seed: int) -> str:
    """Make an edit; what cannot be done at the moment is left, as an editor would leave it."""
    from .edits import EDITS

    try:
        EDITS[name](Random(seed))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""
