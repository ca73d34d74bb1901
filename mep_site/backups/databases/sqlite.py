"""SQLite: ``VACUUM INTO`` copies what one moment sees, the backup API puts it back in one step.

Neither needs a pause of the site: https://www.sqlite.org/lang_vacuum.html#vacuuminto and
https://www.sqlite.org/backup.html. What was deleted is in no free page of the copy.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import zstandard
from django.db import connection

from ..errors import UnfitDatabaseError
from .kinds import Rows

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'"
BESIDES = ("-wal", "-shm", "-journal")


class _Sqlite:
    name = "database.sqlite3.zst"

    @contextmanager
    def copy(self, folder: Path) -> Iterator[tuple[Path, Rows]]:
        plain, packed = folder / "database.sqlite3", folder / self.name
        # Not by a connection that may only read: there it fails at a generated column (3.40).
        with _opened(_file()) as source:
            source.execute("VACUUM INTO ?", [str(plain)])
        rows = self.rows_of(str(plain))
        with plain.open("rb") as read, packed.open("wb") as written:
            zstandard.ZstdCompressor(threads=-1).copy_stream(read, written)
        plain.unlink()
        try:
            yield packed, rows
        finally:
            packed.unlink()

    @contextmanager
    def beside(self, copy: Path, purpose: str) -> Iterator[str]:
        """In the folder of the database, so that there is room for one more of its size there."""
        place = _file().with_name(f"{_file().name}.{purpose}")
        _remove(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            place.touch(mode=0o600)
            with copy.open("rb") as read, place.open("wb") as written:
                zstandard.ZstdDecompressor().copy_stream(read, written)
            yield str(place)
        finally:
            _remove(place)

    def rows_of(self, name: str) -> Rows:
        """``UnfitDatabaseError`` if SQLite finds the file damaged."""
        with _opened(Path(name)) as database:
            ((found, *_),) = database.execute("PRAGMA integrity_check(1)")
            if found != "ok":
                raise UnfitDatabaseError(f"The copy of the database is damaged: {found}.")
            return _counted(database)

    def put_in_force(self, name: str) -> None:
        """One transaction: whoever has the database open sees the old state, then the new one."""
        connection.close()
        with _opened(Path(name)) as source, _opened(_file()) as target:
            source.backup(target)


ENGINE = _Sqlite()


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that is not Django's; what SQLite complains of is an ``UnfitDatabaseError``."""
    try:
        with closing(sqlite3.connect(file)) as database:
            yield database
    except sqlite3.Error as error:
        raise UnfitDatabaseError(f"SQLite says of {file.name}: {error}.") from error


def _file() -> Path:
    """``UnfitDatabaseError`` if the database is in memory."""
    name = str(connection.settings_dict["NAME"])
    if connection.is_in_memory_db():
        raise UnfitDatabaseError("The database is in memory: there is no file to back up.")
    return Path(name).absolute()


def _counted(database: sqlite3.Connection) -> Rows:
    tables = sorted(name for (name,) in database.execute(TABLES) if "sqlite_" not in name)
    counts = {name: database.execute(f'SELECT count(*) FROM "{name}"') for name in tables}  # noqa: S608
    return {name: count for name, rows in counts.items() for (count,) in rows}


def _remove(place: Path) -> None:
    for end in ("", *BESIDES):
        place.with_name(place.name + end).unlink(missing_ok=True)
