"""New migrations leave readers and the version before alone, on PostgreSQL.

New is what ``earlier_migrations.txt`` does not name. What would stop readers is looked for where it
can be measured, in a transaction that applies the migration to the demo (``locks``); what the
version before could not work with, in its SQL, by django-migration-linter. docs/upgrading.md says
how to write a migration that passes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, connections, migrations, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django_migration_linter.migration_linter import MigrationLinter

from ..prepared import kept_folder, template_name
from ..test_migrations import OURS
from .locks import WatchingExecutor

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

EARLIER = set(Path(__file__).with_name("earlier_migrations.txt").read_text().split())
NEW = sorted(key for key in OURS if ".".join(key) not in EARLIER)
ALIAS = "upgraded"


@pytest.fixture(autouse=True)
def _on_postgresql(db) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("locks are those of PostgreSQL")


@contextmanager
def another_database(template: str = "template0") -> Iterator[BaseDatabaseWrapper]:
    """A database of its own, empty or a copy, by a connection that Django knows as ``ALIAS``."""
    name = f"{ALIAS}_{connection.settings_dict['NAME'][-20:]}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        own = connections[ALIAS] = connection.copy(ALIAS)
        own.settings_dict["NAME"] = name
        try:
            yield own
        finally:
            own.close()
            del connections[ALIAS]
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


# What the check finds


def table(name: str) -> migrations.CreateModel:
    fields = [("id", models.AutoField(primary_key=True)), ("text", models.CharField(max_length=9))]
    return migrations.CreateModel(name, fields)


def migration(name: str, *operations: object) -> migrations.Migration:
    made = migrations.Migration(name, "library")
    made.operations = list(operations)
    return made


@pytest.fixture
def faults_of() -> Iterator[object]:
    """Finds what is wrong with a migration where there are two tables that have a row each."""
    with another_database() as database:
        executor = WatchingExecutor(database)
        first = migration("first", table("Book"), table("Author"))
        state = executor.apply_migration(ProjectState(), first)
        assert executor.faults == []
        with database.cursor() as cursor:
            cursor.execute("INSERT INTO library_book (text) VALUES ('one')")
            cursor.execute("INSERT INTO library_author (text) VALUES ('one')")

        def faults_of(*operations: object) -> list[str]:
            executor.faults = []
            executor.apply_migration(state.clone(), migration("second", *operations))
            return executor.faults

        yield faults_of


NOTE = models.TextField(default="")
LONGER = models.CharField(max_length=99)
NUMBER = models.IntegerField(default=0)
GO_OVER = migrations.RunSQL("UPDATE library_book SET text = text")
INDEX = models.Index(fields=["text"], name="library_text")


@pytest.mark.parametrize(
    "operations",
    [
        [table("Shelf")],
        [migrations.AddField("book", "note", NOTE)],
        [migrations.AlterField("book", "text", LONGER)],
        [migrations.AddIndex("book", INDEX)],
        [GO_OVER],
    ],
    ids=["table", "column", "longer column", "index", "rows"],
)
def test_what_is_done_in_a_moment_or_stops_no_reader_passes(faults_of, operations):
    assert faults_of(*operations) == []


@pytest.mark.parametrize(
    ("operations", "fault"),
    [
        (
            [
                migrations.AddField("book", "note", NOTE),
                migrations.AddField("author", "note", NOTE),
            ],
            "keeps readers from several tables at once: library_author, library_book",
        ),
        ([migrations.AddField("book", "note", NOTE), GO_OVER], "goes over library_book while"),
        (
            [migrations.RunSQL("ALTER TABLE library_book ALTER text TYPE integer USING 1")],
            "has library_book written anew while nobody can read it",
        ),
    ],
    ids=["two tables", "rows under a lock", "table written anew"],
)
def test_what_would_stop_readers_is_found(faults_of, operations, fault):
    assert any(fault in found for found in faults_of(*operations))


# The new migrations


def test_no_new_migration_stops_readers():
    """Each is taken back on a copy of the demo and applied again, so each can be taken back."""
    if not NEW:
        return
    with another_database(template_name(kept_folder("postgresql"))) as database:
        WatchingExecutor(database).migrate(_newest_of(set(OURS) - set(NEW)))
        executor = WatchingExecutor(database)
        executor.migrate(executor.loader.graph.leaf_nodes())
        ours = {f"{app}.{name}" for app, name in NEW}
        assert [fault for fault in executor.faults if fault.split(" ")[0] in ours] == []


def _newest_of(earlier: set[tuple[str, str]]) -> list[tuple[str, str | None]]:
    """Where to go back to: the last of each app's earlier migrations, or before its first one."""
    newest: dict[str, str | None] = {app: None for app, _ in NEW}
    for app, name in sorted(earlier):
        if app in newest:
            newest[app] = name
    return [*newest.items()]


@pytest.mark.parametrize("key", NEW, ids=".".join)
def test_the_version_before_can_work_with_what_a_new_migration_leaves(key):
    linter = MigrationLinter(no_cache=True, no_output=True, analyser_string="postgresql")
    linter.lint_migration(MigrationLoader(connection).get_migration(*key))
    assert linter.nb_erroneous == 0, f"Say: manage.py lintmigrations {' '.join(key)}"
