"""What an archive says about the site that it is of, and whether this site can take it."""

import json
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Self

import django
import wagtail
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from mep_site.pagecache.release import release

from ..errors import DamagedArchiveError, RefusedArchiveError
from .bag import BagReader

FILE = "site.json"
# Raised when an older site could not read what a newer one writes.
FORMAT = 1


@dataclass(frozen=True)
class Description:
    """Taken of one moment: ``taken_at``, in UTC, is just before it.

    ``database`` is the vendor as Django names it. ``release`` and ``versions`` say which code was
    in use, ``migrations`` what was applied to the database, as ``app.name``. ``rows`` counts those
    of each table, ``uploads`` files; ``vanished`` names those that were removed while the others
    were read.
    """

    taken_at: datetime
    database: str
    database_version: str
    release: str
    versions: dict[str, str]
    migrations: list[str]
    rows: dict[str, int]
    uploads: int
    vanished: list[str]
    format: int = FORMAT

    @classmethod
    def of_this_site(
        cls, taken_at: datetime, rows: dict[str, int], uploads: int, vanished: Iterable[str]
    ) -> Self:
        """What this code says about a copy that was taken of its database."""
        return cls(
            taken_at=taken_at,
            database=connection.vendor,
            database_version=".".join(map(str, connection.get_database_version())),
            release=release(),
            versions={
                "python": platform.python_version(),
                "django": django.get_version(),
                "wagtail": wagtail.__version__,
            },
            migrations=sorted(map(".".join, MigrationRecorder(connection).applied_migrations())),
            rows=rows,
            uploads=uploads,
            vanished=sorted(vanished),
        )

    @classmethod
    def read(cls, archive: BagReader) -> Self:
        """What an archive says.

        ``DamagedArchiveError`` if that makes no sense, ``RefusedArchiveError`` if it is of a form
        that is not known here.
        """
        try:
            told = json.loads(archive.tag(FILE))
            if told["format"] > FORMAT:
                raise RefusedArchiveError(
                    "The archive was written by a newer version of the site, in a form that this "
                    "one does not know. Install that version first."
                )
            return cls(**told | {"taken_at": datetime.fromisoformat(told["taken_at"])})
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedArchiveError(f"{FILE} of the archive makes no sense: {error}.") from error

    def written(self) -> bytes:
        """As JSON, one fact a line."""
        told = asdict(self) | {"taken_at": self.taken_at.isoformat()}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()

    def summary(self) -> str:
        """What is in the archive, for an operator."""
        vanished = f", {len(self.vanished)} vanished meanwhile" if self.vanished else ""
        return (
            f"The site of {self.taken_at:%Y-%m-%d %H:%M:%S} UTC: {sum(self.rows.values())} rows "
            f"in {len(self.rows)} tables, {self.uploads} uploads{vanished}."
        )

    def refuse_what_does_not_fit(self) -> None:
        """``RefusedArchiveError`` unless this code and this kind of database can take it."""
        if self.database != connection.vendor:
            raise RefusedArchiveError(
                f"The archive is of a site on {self.database}, this one is on {connection.vendor}. "
                "Set DATABASE_URL to a database of that kind."
            )
        unknown = sorted(set(self.migrations) - _known_migrations())
        if unknown:
            raise RefusedArchiveError(
                "The archive is of a newer version of the site than this one: its database has "
                f"{len(unknown)} migrations that are not known here, such as {unknown[0]}. Install "
                "that version first, or a later one."
            )


def _known_migrations() -> set[str]:
    """Those of this code, and those that they stand for."""
    found = MigrationLoader(None).disk_migrations
    replaced = (key for migration in found.values() for key in migration.replaces)
    return {".".join(key) for key in (*found, *replaced)}
