"""The files that were uploaded, on their way into an archive and out of it.

They are read and written by Django's storage, be that a folder or a bucket.
"""

from hashlib import file_digest
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile

from django.core.files import File
from django.core.files.storage import Storage, default_storage

from mep_site.media.storage.folder import UNFINISHED
from mep_site.media.storage.listing import stored_names

from .archive.bag import IN_MEMORY, BagReader, BagWriter

# Where they are in an archive.
FOLDER = "media/"


def copy_uploads(bag: BagWriter) -> tuple[int, list[str]]:
    """Add all to a bag; how many, and the names of those that vanished while others were read."""
    copied, vanished = 0, []
    for name in whole_uploads():
        try:
            with default_storage.open(name) as file:
                bag.add(FOLDER + name, file)
                copied += 1
        except FileNotFoundError:
            vanished.append(name)
    return copied, vanished


def whole_uploads() -> list[str]:
    """The names that the storage has, but for files that somebody is writing just now."""
    return [name for name in stored_names() if not name.endswith(UNFINISHED)]


def archived_names(archive: BagReader) -> list[str]:
    """The names that they have in the storage."""
    return [name.removeprefix(FOLDER) for name in archive.names(FOLDER)]


def add_missing(archive: BagReader, storage: Storage = default_storage) -> list[str]:
    """Put what the storage lacks where it was; the names of those that are there and differ.

    Those in use are not touched: each name has one content as long as the site is not replaced.
    """
    differing = []
    for name in archived_names(archive):
        if not storage.exists(name):
            _put(archive, name, storage)
        elif upload_digest(name, storage) != archive.digest(FOLDER + name):
            differing.append(name)
    return differing


def uploads_that_differ(archive: BagReader) -> list[str]:
    """Those that the site has with another content than they had when they were archived."""
    stored = set(whole_uploads())
    return [
        name
        for name in archived_names(archive)
        if name in stored and upload_digest(name) != archive.digest(FOLDER + name)
    ]


def replace_uploads(archive: BagReader, differing: list[str]) -> int:
    """Put these in the place of those that differ, and remove all that the archive lacks.

    Returns how many were removed.
    """
    for name in differing:
        default_storage.delete(name)
        _put(archive, name, default_storage)
    strange = set(whole_uploads()).difference(archived_names(archive))
    for name in strange:
        default_storage.delete(name)
    return len(strange)


def upload_digest(name: str, storage: Storage = default_storage) -> str:
    """The SHA-256 of a file; ``FileNotFoundError`` if there is none."""
    with storage.open(name) as file:
        return file_digest(file, "sha256").hexdigest()


def _put(archive: BagReader, name: str, storage: Storage) -> None:
    with archive.open(FOLDER + name) as content, SpooledTemporaryFile(IN_MEMORY) as copy:
        # A part of a tar file gives the size of the whole for its own, which a bucket would expect.
        copyfileobj(content, copy)
        copy.seek(0)
        # Without a name a file is false to Django, and boto3 would send nothing of it.
        stored = storage.save(name, File(copy, name))
    if stored != name:
        raise OSError(f"The storage keeps {name} as {stored}.")
