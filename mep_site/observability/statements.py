"""Watches the statements that the site sends to its database: which are slow, and which fail.

A statement is told without its parameters, in which personal data stand.
"""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

logger = logging.getLogger(__name__)
LONGEST = 1_000
Watcher = Callable[..., Any]


def watching(watcher: Watcher) -> Callable[..., None]:
    """A receiver that lets this wrapper of Django's see what each new connection is given."""

    def watch(sender: Any, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
        if watcher not in connection.execute_wrappers:
            connection.execute_wrappers.append(watcher)

    return watch


def warn_of_slow_ones(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Log a statement that takes ``SLOW_QUERY_MS`` or longer."""
    began = monotonic()
    try:
        return execute(sql, params, many, context)
    finally:
        took = (monotonic() - began) * 1000
        if took >= settings.SLOW_QUERY_MS:
            logger.warning("A statement took %d ms: %s", took, " ".join(sql.split())[:LONGEST])


def failure_counter(count: Callable[[str], None]) -> Watcher:
    """What counts the statements that fail, by their class."""

    def watcher(
        execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        try:
            return execute(sql, params, many, context)
        except DatabaseError as error:
            count(type(error).__name__)
            raise

    return watcher
