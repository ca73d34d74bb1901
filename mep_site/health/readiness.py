"""What the site needs to serve, looked at from the process that would.

Each look returns nothing or raises what is wrong. What is told of an error is its class: messages
of database drivers name hosts and users.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from tempfile import TemporaryFile

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from mep_site.pagecache.composing import SHARED
from mep_site.publicstate import version

WELL = "ok"
MOST_NAMED = 5


class MigrationsMissingError(Exception):
    """The database lacks migrations of this code; the message names them."""


@dataclass(frozen=True)
class Readiness:
    """What was found of each part; a part that is not needed only makes the site slower."""

    found: dict[str, str]

    @property
    def is_ready(self) -> bool:
        return all(self.found[name] == WELL for name in NEEDED if name in self.found)

    @property
    def is_degraded(self) -> bool:
        """Whether something fails without which the site goes on."""
        return self.is_ready and any(state != WELL for state in self.found.values())

    @property
    def status(self) -> str:
        """One word for all."""
        if not self.is_ready:
            return "not ready"
        return "degraded" if self.is_degraded else "ready"


def readiness() -> Readiness:
    """Look at everything that this site has, and say how it is."""
    looks = NEEDED | ({"redis": _shared_cache} if SHARED in settings.CACHES else {})
    return Readiness({name: _found(look) for name, look in looks.items()})


def _found(look: Callable[[], None]) -> str:
    try:
        look()
    except MigrationsMissingError as missing:
        return str(missing)
    except Exception as error:
        # Whatever it is, whoever asks is to hear of it instead of waiting for an answer.
        return type(error).__name__
    return WELL


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _migrations() -> None:
    """Those that an older version has left are no harm: during an upgrade it still serves."""
    missing = sorted(_last_migrations() - MigrationRecorder(connection).applied_migrations().keys())
    if missing:
        named = ", ".join(".".join(key) for key in missing[:MOST_NAMED])
        raise MigrationsMissingError(f"not applied: {named}")


@cache
def _last_migrations() -> frozenset[tuple[str, str]]:
    """The last migration of each app of this code."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _public_version() -> None:
    version.current()


def _uploads() -> None:
    """A file can be written; where uploads are kept elsewhere, that is not for us to try."""
    if isinstance(default_storage, FileSystemStorage):
        os.makedirs(default_storage.location, exist_ok=True)
        with TemporaryFile(dir=default_storage.location) as file:
            file.write(b"x")


def _shared_cache() -> None:
    caches[SHARED].get("ready")


NEEDED: dict[str, Callable[[], None]] = {
    "database": _database,
    "migrations": _migrations,
    "public version": _public_version,
    "uploads": _uploads,
}
