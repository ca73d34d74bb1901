"""PostgreSQL: ``pg_dump`` copies what one snapshot sees, two renames put another database in force.

Both programs come with PostgreSQL; a version older than the server's refuses to work:
https://www.postgresql.org/docs/current/app-pgdump.html. They are found on the ``PATH``, else where
Debian keeps those of each version. Passwords reach them by their environment.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from psycopg.conninfo import make_conninfo

from ..errors import UnfitDatabaseError
from .kinds import Rows

DEBIAN = Path("/usr/lib/postgresql")
# Every server has this one; it is where to stand while others are made and renamed.
MAINTENANCE = "postgres"
# Roles, and what they may do, are of a server: another one has others.
WITHOUT_ROLES = ("--no-owner", "--no-privileges")
TABLES = """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname
"""
SEND_AWAY = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"


class _Postgresql:
    name = "database.dump"

    @contextmanager
    def copy(self, folder: Path) -> Iterator[tuple[Path, Rows]]:
        """Rows are counted in the snapshot that is copied."""
        program, place = _program("pg_dump"), folder / self.name
        with _connected(_name()) as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            ((snapshot,),) = cursor.fetchall()
            options = ["--format=custom", f"--snapshot={snapshot}", f"--file={place}"]
            _run(program, *options, *WITHOUT_ROLES)
            rows = _counted(cursor)
        try:
            yield place, rows
        finally:
            place.unlink()

    @contextmanager
    def beside(self, copy: Path, purpose: str) -> Iterator[str]:
        """``UnfitDatabaseError`` where the role of the site may not make a database."""
        program, name = _program("pg_restore"), f"{_name()[:50]}_{purpose}"
        with _connected(MAINTENANCE) as cursor:
            _drop(cursor, name)
            _create(cursor, name)
            try:
                _run(program, "--exit-on-error", *WITHOUT_ROLES, str(copy), database=name)
                yield name
            finally:
                _drop(cursor, name)

    def rows_of(self, name: str) -> Rows:
        with _connected(name) as cursor:
            return _counted(cursor)

    def put_in_force(self, name: str) -> None:
        """A rename waits for those who are connected to leave, and lets nobody in meanwhile.

        Settings that ``ALTER DATABASE`` made for the old one go with it.
        """
        connection.close()
        with (
            _connected(MAINTENANCE) as renaming,
            _connected(MAINTENANCE) as sending,
            ThreadPoolExecutor(1) as thread,
        ):
            done = thread.submit(_exchange, renaming, name)
            while not done.done():
                sending.execute(SEND_AWAY, [_name()])
                sending.execute("SELECT pg_sleep(0.05)")
            done.result()
            _drop(sending, _replaced())


ENGINE = _Postgresql()


def _name() -> str:
    return connection.settings_dict["NAME"]


def _replaced() -> str:
    return f"{_name()[:50]}_replaced"


@contextmanager
def _connected(database: str) -> Iterator[CursorWrapper]:
    """A connection of its own, outside any transaction of this process."""
    own: BaseDatabaseWrapper = connection.copy()
    own.settings_dict["NAME"] = database
    own.inc_thread_sharing()
    with closing(own), own.cursor() as cursor:
        yield cursor


def _counted(cursor: CursorWrapper) -> Rows:
    cursor.execute(TABLES)
    tables = [name for (name,) in cursor.fetchall()]
    rows = {}
    for name in tables:
        cursor.execute(f"SELECT count(*) FROM {_quoted(name)}")  # noqa: S608
        ((rows[name],),) = cursor.fetchall()
    return rows


def _create(cursor: CursorWrapper, name: str) -> None:
    """Make an empty database that sorts as the one of the site does."""
    cursor.execute("SELECT datcollate, datctype FROM pg_database WHERE datname = %s", [_name()])
    ((collate, ctype),) = cursor.fetchall()
    try:
        cursor.execute(
            f"CREATE DATABASE {_quoted(name)} TEMPLATE template0 ENCODING 'UTF8' "
            "LC_COLLATE %s LC_CTYPE %s",
            [collate, ctype],
        )
    except DatabaseError as error:
        role = connection.settings_dict["USER"] or "of the site"
        raise UnfitDatabaseError(
            f"PostgreSQL makes no second database ({str(error).strip()}). If the role lacks the "
            f"right, let a superuser say: ALTER ROLE {role} CREATEDB"
        ) from error


def _exchange(cursor: CursorWrapper, name: str) -> None:
    _drop(cursor, _replaced())
    cursor.execute("BEGIN")
    cursor.execute(f"ALTER DATABASE {_quoted(_name())} RENAME TO {_quoted(_replaced())}")
    cursor.execute(f"ALTER DATABASE {_quoted(name)} RENAME TO {_quoted(_name())}")
    cursor.execute("COMMIT")


def _drop(cursor: CursorWrapper, name: str) -> None:
    cursor.execute(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)")


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _program(name: str) -> Path:
    """A program of PostgreSQL that is as new as the server; ``UnfitDatabaseError`` without."""
    needed = connection.get_database_version()[0]
    found = {file: _version(file) for file in _places(name, needed)}
    for file, version in found.items():
        if version >= needed:
            return file
    there = ", ".join(f"{file} is of version {version}" for file, version in found.items())
    raise UnfitDatabaseError(
        f"The server is PostgreSQL {needed}, and needs {name} of that version or a later one; "
        f"{there or 'none is installed'}. Install it and put it on the PATH; on Debian: "
        f"apt-get install postgresql-client-{needed}"
    )


def _places(name: str, version: int) -> Iterator[Path]:
    on_path = shutil.which(name)
    if on_path:
        yield Path(on_path)
    of_version = DEBIAN / str(version) / "bin" / name
    if of_version.exists():
        yield of_version


def _version(program: Path) -> int:
    """The first number of "pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    return int(re.search(r"\d+", said.stdout)[0])


def _run(program: Path, *options: str, database: str | None = None) -> None:
    """Let a program work on the site's database, or on another one.

    ``UnfitDatabaseError`` has what it says if it fails.
    """
    connection.ensure_connection()
    info = connection.connection.info
    # All but the password, which a list of processes would show.
    place = make_conninfo(**info.get_parameters() | {"dbname": database or _name()})
    done = subprocess.run(  # noqa: S603 - nothing of it comes from outside
        [program, f"--dbname={place}", *options],
        env=os.environ | {"PGPASSWORD": info.password},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise UnfitDatabaseError(f"{program.name} says: {done.stderr.strip()}")
