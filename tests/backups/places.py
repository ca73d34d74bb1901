"""What databases there are beside that of the tests, and who reads one of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from django.db import DatabaseError, connection


def databases() -> set[str]:
    """The databases of the server, or the files beside the one of SQLite."""
    if connection.vendor == "sqlite":
        folder = Path(connection.settings_dict["NAME"]).parent
        return {file.name for file in folder.glob("*.sqlite3*")}
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        return {name for (name,) in cursor.fetchall()}


@contextmanager
def being_read(name: str) -> Iterator[list[int]]:
    """Somebody counts the pages of a database again and again, whatever happens to it."""
    counts: list[int] = []
    stopped = Event()

    def read() -> None:
        while not stopped.is_set():
            own = connection.copy()
            own.settings_dict["NAME"] = name
            try:
                with own.cursor() as cursor:
                    while not stopped.wait(0.02):
                        cursor.execute("SELECT count(*) FROM core_basepage")
                        counts.append(cursor.fetchone()[0])
            except DatabaseError:
                pass
            finally:
                own.close()

    thread = Thread(target=read)
    thread.start()
    try:
        yield counts
    finally:
        stopped.wait(0.5)
        stopped.set()
        thread.join()
