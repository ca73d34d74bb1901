"""Which migrations of a plan would stop readers on PostgreSQL.

Each migration is one transaction, and keeps every lock until its end. ``ACCESS EXCLUSIVE`` is the
one that readers wait for (https://www.postgresql.org/docs/current/explicit-locking.html). Nearly
every ``ALTER TABLE`` takes it, which does no harm where it is given back at once. So a migration is
at fault that, with such a lock on a table that was there before,

- locks a second table so: a reader who holds the second and waits for the first never ends;
- has a table written anew, or reads or writes rows: both take as long as there are rows.
"""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

# The name of each table and the file that it is in, by its number.
Tables = dict[int, tuple[str, int]]

# The record of what was applied is written in the same transaction, and is read by nobody else.
OWN = "django_migrations"

TABLES = """
    SELECT oid, relname, pg_relation_filenode(oid) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> %s
"""
LOCKED = """
    SELECT DISTINCT relation FROM pg_locks
    WHERE pid = pg_backend_pid() AND mode = 'AccessExclusiveLock' AND relation IS NOT NULL
"""
# Of our tables; what transactions before did may still be in it.
TOUCHED = """
    SELECT relid, seq_tup_read + coalesce(idx_tup_fetch, 0) + n_tup_ins + n_tup_upd + n_tup_del
    FROM pg_stat_xact_user_tables
"""


class WatchingExecutor(MigrationExecutor):
    """Applies migrations as ``migrate`` does, and looks at each before it is committed.

    ``faults`` has a sentence for each that would stop readers. A migration that is not atomic is
    applied unwatched: it gives back each lock at once.
    """

    def __init__(self, connection: BaseDatabaseWrapper, progress_callback: Any = None) -> None:
        super().__init__(connection, progress_callback)
        self.faults: list[str] = []

    def apply_migration(
        self, state: ProjectState, migration: Migration, *args: Any, **kwargs: Any
    ) -> ProjectState:
        if not migration.atomic:
            return super().apply_migration(state, migration, *args, **kwargs)
        with transaction.atomic(using=self.connection.alias):
            before, touched = self._tables(), dict(self._rows(TOUCHED))
            applied = super().apply_migration(state, migration, *args, **kwargs)
            self.faults += [f"{migration} {fault}" for fault in self._found(before, touched)]
        return applied

    def _found(self, before: Tables, touched: dict[int, int]) -> Iterator[str]:
        locked = sorted(before[oid][0] for (oid,) in self._rows(LOCKED) if oid in before)
        if len(locked) > 1:
            yield f"keeps readers from several tables at once: {', '.join(locked)}"
        if locked:
            after = self._tables()
            for oid in before.keys() & after.keys():
                if before[oid][1] != after[oid][1]:
                    yield f"has {before[oid][0]} written anew while nobody can read it"
            for oid, rows in self._rows(TOUCHED):
                if oid in before and rows > touched.get(oid, 0):
                    yield f"goes over {before[oid][0]} while nobody can read {locked[0]}"

    def _tables(self) -> Tables:
        return {oid: (name, file) for oid, name, file in self._rows(TABLES, [OWN])}

    def _rows(self, statement: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
        with self.connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()
