"""The triggers that link each new record to the chain, and let nobody change what is there.

On PostgreSQL a record is linked when its transaction commits (a deferred constraint trigger), under
a lock that is held for no longer: writers wait for each other's last moment, and for nothing that
they still do. SQLite has one writer at a time; there a record is linked when it is written. Either
way record and link are in the transaction of the deed. The digest is the same on both.

``migrate`` installs them, because SQLite loses the triggers of a table that a migration rebuilds.
"""

from django.db import connection, transaction

from ..models import AuditedPerson, AuditRecord, ChainLink

PREFIX = "auditlog_"
RECORDS, LINKS, PEOPLE = (model._meta.db_table for model in (AuditRecord, ChainLink, AuditedPerson))
# Of pg_advisory_xact_lock, for the end of the chain.
LOCK = 1_096_107_084
REFUSAL = "The audit log can only be added to."

# What is erased is gone for good: no name can be put in its place.
ERASES = "NEW.digest = OLD.digest AND NEW.account = '' AND NEW.salt = '' AND NEW.username = '' AND NEW.name = ''"  # noqa: E501

POSTGRESQL_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION {PREFIX}link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head {LINKS}%ROWTYPE;
BEGIN
    PERFORM pg_advisory_xact_lock({LOCK});
    SELECT * INTO head FROM {LINKS} ORDER BY number DESC LIMIT 1;
    INSERT INTO {LINKS} (number, record_id, digest) VALUES (
        coalesce(head.number, 0) + 1,
        NEW.id,
        encode(sha256(convert_to(coalesce(head.digest, '') || chr(10) || NEW.content, 'UTF8')), 'hex')
    );
    RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION {PREFIX}refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'insufficient_privilege';
END
$$
"""  # noqa: E501, S608 - our own names
POSTGRESQL = {
    f"{PREFIX}link": (
        RECORDS,
        "CREATE CONSTRAINT TRIGGER {name} AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED "
        f"FOR EACH ROW EXECUTE FUNCTION {PREFIX}link()",
    ),
    **{
        f"{PREFIX}keep_{word}": (
            table,
            "CREATE TRIGGER {name} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}refuse()",
        )
        for word, table in (("records", RECORDS), ("links", LINKS))
    },
    f"{PREFIX}keep_people": (
        PEOPLE,
        "CREATE TRIGGER {name} BEFORE DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}refuse()",
    ),
    f"{PREFIX}keep_names": (
        PEOPLE,
        f"CREATE TRIGGER {{name}} BEFORE UPDATE ON {{table}} FOR EACH ROW WHEN (NOT ({ERASES})) "
        f"EXECUTE FUNCTION {PREFIX}refuse()",
    ),
}
REFUSE_ON_SQLITE = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
SQLITE = {
    # SHA256 is what Django registers with each connection.
    f"{PREFIX}link": (
        RECORDS,
        "CREATE TRIGGER {name} AFTER INSERT ON {table} BEGIN "  # noqa: S608
        f"INSERT INTO {LINKS} (number, record_id, digest) VALUES ("
        f"coalesce((SELECT max(number) FROM {LINKS}), 0) + 1, NEW.id, "
        f"SHA256(coalesce((SELECT digest FROM {LINKS} ORDER BY number DESC LIMIT 1), '') "
        "|| char(10) || NEW.content)); END",
    ),
    **{
        f"{PREFIX}{event.lower()}_{word}": (
            table,
            f"CREATE TRIGGER {{name}} BEFORE {event} ON {{table}} {REFUSE_ON_SQLITE}",
        )
        for event in ("UPDATE", "DELETE")
        for word, table in (("records", RECORDS), ("links", LINKS))
    },
    f"{PREFIX}delete_people": (
        PEOPLE,
        f"CREATE TRIGGER {{name}} BEFORE DELETE ON {{table}} {REFUSE_ON_SQLITE}",
    ),
    f"{PREFIX}update_people": (
        PEOPLE,
        f"CREATE TRIGGER {{name}} BEFORE UPDATE ON {{table}} WHEN NOT ({ERASES}) "
        f"{REFUSE_ON_SQLITE}",
    ),
}
STORED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    # One that somebody has switched off is none.
    "postgresql": (
        "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')"
    ),
}


def missing_triggers() -> list[str]:
    """The names of the triggers that lack."""
    with connection.cursor() as cursor:
        cursor.execute(STORED[connection.vendor])
        stored = {name for (name,) in cursor.fetchall()}
    return sorted(_wanted().keys() - stored)


def install_guards() -> None:
    """Make the triggers that lack."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTIONS)
        for name in missing_triggers():
            table, statement = _wanted()[name]
            cursor.execute(statement.format(name=name, table=table))


def _wanted() -> dict[str, tuple[str, str]]:
    """By the name of each trigger, its table and how it is made."""
    return SQLITE if connection.vendor == "sqlite" else POSTGRESQL
