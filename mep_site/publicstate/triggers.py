"""The triggers by which the database raises the version, in the transaction of the change.

They see what signals do not: updates of whole querysets, imports, SQL that somebody types. Each is
called by what it does, so that those of another version of the site are recognised and replaced.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from django.apps import apps
from django.db import connection, transaction

from .models import PublicChange
from .private import PRIVATE_COLUMNS, PRIVATE_MODELS

TABLE = PublicChange._meta.db_table
PREFIX = "publicstate_"
EVENTS = ("insert", "update", "delete")

RAISE = {
    "sqlite": f"UPDATE {TABLE} SET token = random()",  # noqa: S608 - our own name
    # All rows that are kept are read whenever the version is, so they are few.
    "postgresql": f"""
        INSERT INTO {TABLE} (token) VALUES (((random() - 0.5) * 9e18)::bigint);
        DELETE FROM {TABLE} WHERE id IN (
            SELECT id FROM {TABLE}
            WHERE id < (SELECT max(id) FROM {TABLE}) - 200 FOR UPDATE SKIP LOCKED
        )
    """,  # noqa: S608
}

# An update counts if a public column says something else afterwards.
POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {PREFIX}raise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE has_changed boolean;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format(
            'SELECT EXISTS (SELECT %1$s FROM after EXCEPT SELECT %1$s FROM before)', TG_ARGV[0]
        ) INTO has_changed;
    ELSIF TG_OP = 'INSERT' THEN
        SELECT EXISTS (SELECT FROM after) INTO has_changed;
    ELSE
        SELECT EXISTS (SELECT FROM before) INTO has_changed;
    END IF;
    IF has_changed THEN
        {RAISE["postgresql"]};
    END IF;
    RETURN NULL;
END
$$
"""  # noqa: S608
POSTGRESQL_ROWS = {
    "insert": "NEW TABLE AS after",
    "update": "OLD TABLE AS before NEW TABLE AS after",
    "delete": "OLD TABLE AS before",
}
COLUMNS = {
    "sqlite": (
        "SELECT tables.name, columns.name FROM sqlite_master AS tables, "
        "pragma_table_info(tables.name) AS columns "
        "WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL %'"
    ),
    "postgresql": (
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"
    ),
}
STORED = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
    "postgresql": (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE tgname LIKE %s AND relnamespace = current_schema()::regnamespace"
    ),
}


@dataclass(frozen=True)
class Trigger:
    """What raises the version when rows of a table are inserted, updated or deleted."""

    table: str
    event: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """Says table and event, and by its end whether it is this very trigger."""
        digest = blake2b(repr((self, RAISE[connection.vendor])).encode(), digest_size=4).hexdigest()
        # PostgreSQL cuts a name after 63 bytes; the digest knows the table.
        return f"{PREFIX}{self.table[:34]}_{self.event}_{digest}"

    @property
    def sql(self) -> str:
        return self._on_sqlite() if connection.vendor == "sqlite" else self._on_postgresql()

    def _on_sqlite(self) -> str:
        condition = ""
        if self.event == "update":
            changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in self.columns)
            condition = f"WHEN {changed}"
        return (
            f'CREATE TRIGGER {self.name} AFTER {self.event} ON "{self.table}" {condition} '
            f"BEGIN {RAISE['sqlite']}; END"
        )

    def _on_postgresql(self) -> str:
        columns = ", ".join(self.columns)
        return (
            f'CREATE TRIGGER {self.name} AFTER {self.event} ON "{self.table}" '
            f"REFERENCING {POSTGRESQL_ROWS[self.event]} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}raise('{columns}')"
        )


def wanted_triggers() -> list[Trigger]:
    """The triggers that the site needs on the tables and columns that its database has."""
    public = stored_columns()
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if model._meta.label in PRIVATE_MODELS or model is PublicChange:
            public.pop(table, None)
        for name in PRIVATE_COLUMNS.get(model._meta.label, ()):
            public.get(table, []).remove(model._meta.get_field(name).column)
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    return [
        Trigger(table, event, tuple(f'"{column}"' for column in columns))
        for table, columns in public.items()
        if table in tables
        for event in EVENTS
    ]


def stored_columns() -> dict[str, list[str]]:
    """The columns of each table of the database."""
    columns: defaultdict[str, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS[connection.vendor])
        for table, column in cursor.fetchall():
            columns[table].append(column)
    return columns


def stored_triggers() -> dict[str, str]:
    """The tables of the triggers that the database has, by the names of these."""
    with connection.cursor() as cursor:
        cursor.execute(STORED[connection.vendor], [f"{PREFIX}%"])
        return dict(cursor.fetchall())


def unwatched_changes() -> list[str]:
    """The names of the triggers that lack: what they watch would change unnoticed."""
    stored = stored_triggers()
    return [trigger.name for trigger in wanted_triggers() if trigger.name not in stored]


def remove_triggers() -> None:
    """Leave the tables to a migration: SQLite drops no column that a trigger names."""
    with transaction.atomic():
        _execute(_dropping(name, table) for name, table in stored_triggers().items())


def install_triggers() -> None:
    """Make the triggers that lack, remove those of another version, and raise the version once.

    What was changed while a table had no trigger is thus noticed as well. On SQLite it is one
    transaction. On PostgreSQL each trigger has its own: with locks on several tables at once it
    would wait for a reader who waits for it.
    """
    wanted = {trigger.name: trigger for trigger in wanted_triggers()}
    stored = stored_triggers()
    statements = [
        *(_dropping(name, table) for name, table in stored.items() if name not in wanted),
        *(trigger.sql for name, trigger in wanted.items() if name not in stored),
    ]
    if connection.vendor == "postgresql":
        _execute([POSTGRESQL_FUNCTION, *statements])
        raise_version()
        return
    with transaction.atomic():
        if not PublicChange.objects.exists():
            PublicChange.objects.create(token=0)
        _execute(statements)
        raise_version()


def _dropping(name: str, table: str) -> str:
    return f"DROP TRIGGER {name}" + (f' ON "{table}"' if connection.vendor == "postgresql" else "")


def _execute(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def raise_version() -> None:
    """Make everything that is remembered of the public site old: for changes outside the database.

    Of itself nothing needs this; an operator who exchanges a file does.
    """
    with connection.cursor() as cursor:
        cursor.execute(RAISE[connection.vendor])
