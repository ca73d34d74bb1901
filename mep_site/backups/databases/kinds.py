"""What is asked of every kind of database."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

# Rows of each table, by its name.
Rows = dict[str, int]


class DatabaseKind(Protocol):
    """A kind of database. ``name`` is that of its copy in an archive."""

    name: str

    def copy(self, folder: Path) -> AbstractContextManager[tuple[Path, Rows]]:
        """A file in this folder that holds the database of one moment, and its rows.

        The database may be written to meanwhile. The file is removed when the block ends.
        """

    def beside(self, copy: Path, purpose: str) -> AbstractContextManager[str]:
        """A second database made of such a file, by its ``NAME``; removed when the block ends.

        One that a process which was killed has left behind for this purpose is removed first.
        """

    def rows_of(self, name: str) -> Rows:
        """The rows of a database beside this one, by its ``NAME``."""

    def put_in_force(self, name: str) -> None:
        """Make a database beside the one of this site, in one step that fails or is done.

        What the site had is gone then. Its processes need not be stopped.
        """
