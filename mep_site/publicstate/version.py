"""Which version of the public site is in force, and what is remembered by it."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from time import monotonic
from typing import Any, ParamSpec, TypeVar

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Count, Sum
from django.utils import timezone

from .models import PublicChange

# How long a process may not notice what another one has changed, in seconds.
MAX_AGE = 0.5

WRITES = re.compile(
    r"\s*(?:INSERT|UPDATE|DELETE|REPLACE|TRUNCATE|COPY|ROLLBACK|WITH\b.*\b(?:INSERT|UPDATE|DELETE))\b",
    re.IGNORECASE | re.DOTALL,
)

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Reading:
    """A version, and when the reading of it began, by the clock of the process."""

    version: str
    at: float

    def is_fresh(self, max_age: float) -> bool:
        return self.at > _expired_at and monotonic() - self.at < max_age


_expired_at = 0.0
_lock = threading.Lock()
_shared: Reading | None = None
# What a transaction reads is its own: nobody else sees the change before it is committed.
_own = threading.local()


def current() -> str:
    """The version in force, an opaque text; raises ``DatabaseError`` where it cannot be read.

    It is at most half a second old, and newer than all that this process has written. It also
    changes with the day in the site's time zone, because what is shown may have a last day.
    """
    if connection.in_atomic_block:
        reading = getattr(_own, "reading", None)
        if reading is None or not reading.is_fresh(MAX_AGE):
            reading = _own.reading = _read()
        return reading.version
    return _read_for_all().version


def known(max_age: float | None = None) -> str | None:
    """The version as everybody sees it, without asking the database; ``None`` if that is too old.

    By default it is allowed the age that :func:`current` allows.
    """
    reading, allowed = _shared, MAX_AGE if max_age is None else max_age
    return reading.version if reading and reading.is_fresh(allowed) else None


def expire() -> None:
    """Let the next one who asks read the version anew."""
    global _expired_at  # noqa: PLW0603 - one clock for all threads
    _expired_at = monotonic()


def by_version(maxsize: int = 128) -> Callable[[Callable[Arguments, Result]], Any]:
    """Remember what a function returns until the version changes, in this process, for all threads.

    What it returns must not be changed, and its arguments are hashable. The version is read first:
    what is read after it is at least as new.
    """

    def decorate(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
        @lru_cache(maxsize)
        def remembered(version: str, *args: Any, **kwargs: Any) -> Result:
            return function(*args, **kwargs)

        @wraps(function)
        def wrapper(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
            return remembered(current(), *args, **kwargs)

        return wrapper

    return decorate


def notice_writes(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Expire the version whenever this process writes; a receiver of ``connection_created``."""
    if _noticing not in connection.execute_wrappers:
        connection.execute_wrappers.append(_noticing)


def _noticing(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
    try:
        return execute(sql, params, many, context)
    finally:
        if WRITES.match(sql):
            _has_written(context["connection"])


def _has_written(connection: BaseDatabaseWrapper) -> None:
    expire()
    queue = connection.run_on_commit
    if connection.in_atomic_block and not (queue and queue[-1][1] is expire):
        # Others may read the old version again before this is committed.
        connection.on_commit(expire)


def _read_for_all() -> Reading:
    global _shared  # noqa: PLW0603 - one reading for all threads
    reading = _shared
    if reading is None or not reading.is_fresh(MAX_AGE):
        with _lock:
            reading = _shared
            if reading is None or not reading.is_fresh(MAX_AGE):
                reading = _shared = _read()
    return reading


def _read() -> Reading:
    began = monotonic()
    state = PublicChange.objects.aggregate(count=Count("pk"), sum=Sum("token"))
    return Reading(f"{state['count']}.{state['sum']}.{timezone.localdate()}", began)
