"""Fills an archive with this site: first its database, then its uploads.

In that order each upload that the database names is there, whatever is uploaded meanwhile.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from django.utils import timezone

from .archive.bag import BagWriter
from .archive.description import FILE, Description
from .databases import engine
from .uploads import copy_uploads

# What stands for standard output in the place of a file.
STANDARD_OUTPUT = Path("-")
UNFINISHED = ".unfinished"
OWNER_ONLY = 0o600


def make_archive(place: Path) -> Description:
    """Write an archive of this site, and return what it says.

    The file appears under its name when it is whole, for its owner alone; one that is there is
    replaced. ``OSError`` if it cannot be written, ``UnfitDatabaseError`` if the database cannot be
    copied.
    """
    if place == STANDARD_OUTPUT:
        with TemporaryDirectory(prefix="mep-site-backup-") as folder:
            return _fill(sys.stdout.buffer, Path(folder))
    with _appearing(place) as stream, TemporaryDirectory(dir=place.parent, prefix=".") as folder:
        return _fill(stream, Path(folder))


def _fill(stream: IO[bytes], folder: Path) -> Description:
    taken_at = timezone.now()
    with BagWriter.on(stream) as bag:
        with engine().copy(folder) as (copy, rows), copy.open("rb") as content:
            bag.add(engine().name, content)
        uploads, vanished = copy_uploads(bag)
        description = Description.of_this_site(taken_at, rows, uploads, vanished)
        bag.finish({FILE: description.written()})
    return description


@contextmanager
def _appearing(place: Path) -> Iterator[IO[bytes]]:
    unfinished = place.with_name(place.name + UNFINISHED)
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    try:
        with open(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(descriptor)
        unfinished.replace(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
