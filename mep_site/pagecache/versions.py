"""Reads the version of what is public outside of a request, and bears a database that is away."""

from threading import Lock
from time import monotonic

from django.db import DatabaseError, close_old_connections

from mep_site.publicstate.version import current, known

# How old a version may be that is used while another thread reads the next one, in seconds.
WHILE_READING = 1.0
# How long to wait for a database, and not to ask again one that has not answered, in seconds.
PAUSE = 1.0


class Versions:
    """Which version is in force, as far as the database says so."""

    def __init__(self) -> None:
        self._failed_at = -PAUSE
        self._reading = Lock()

    def in_force(self) -> str | None:
        """The version; ``None`` while the database does not answer."""
        return known() or self._read()

    def _read(self) -> str | None:
        """Let one thread ask; the others use what is known, or wait if that is not good enough."""
        if not self._reading.acquire(blocking=False):
            if version := known(WHILE_READING):
                return version
            # A database that takes longer counts as away: else all would wait in turn.
            if not self._reading.acquire(timeout=PAUSE):
                return None
        try:
            return known() or self._asked()
        finally:
            self._reading.release()

    def _asked(self) -> str | None:
        """Ask the database as Django does in a request: a connection that is broken is replaced."""
        if monotonic() - self._failed_at < PAUSE:
            return None
        close_old_connections()
        try:
            return current()
        except DatabaseError:
            self._failed_at = monotonic()
            return None
        finally:
            close_old_connections()
