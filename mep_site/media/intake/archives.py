"""ZIP archives, and the office formats that are ones: looked at, never unpacked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from zipfile import ZipFile

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from mep_site.foreign_archives import ARCHIVE_FAULTS, leads_outside, needs_password

BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")
MEGABYTE = 1024 * 1024
# Tables of one number over and over shrink to a fiftieth; a bomb to a thousandth.
GREATEST_RATIO = 100
ALWAYS_ALLOWED = 100 * MEGABYTE
MOST_UNPACKED = 2048 * MEGABYTE
MOST_ENTRIES = 20_000
# What a computer runs when it is opened.
PROGRAMS = {
    *(".exe", ".com", ".scr", ".pif", ".msi", ".dll", ".cpl", ".jar", ".apk", ".app", ".dmg"),
    *(".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".lnk", ".reg", ".sh"),
}

UNSAFE = _(
    "This archive cannot be taken: it holds a file that is locked by a password, or that would be "
    "unpacked outside it (%(name)s). Pack it again."
)
DENSE = _(
    "This file unpacks to far more than such files usually do, and could freeze the computer of "
    "whoever opens it. Pack it again, or divide it."
)
PROGRAM = _(
    "This archive holds a program (%(name)s), which nobody should run from here. Leave it out."
)


@contextmanager
def opened_archive(file: File) -> Iterator[ZipFile | None]:
    """The archive that a file is from its first byte on; nothing if it is none, or damaged.

    ``ValidationError`` if it would harm whoever unpacks it.
    """
    file.seek(0)
    if not file.read(4).startswith(BEGINNINGS):
        yield None
        return
    try:
        archive = ZipFile(file)
    except ARCHIVE_FAULTS:
        yield None
        return
    with archive:
        _refuse_bomb(archive, file.size)
        _refuse_unsafe(archive)
        begins_here = min((each.header_offset for each in archive.infolist()), default=0) == 0
        yield archive if begins_here else None


def _refuse_bomb(archive: ZipFile, size: int) -> None:
    entries = archive.infolist()
    unpacked = sum(each.file_size for each in entries)
    is_dense = unpacked > max(ALWAYS_ALLOWED, GREATEST_RATIO * size)
    # Entries that share what is packed come to more than the file itself.
    is_folded = sum(each.compress_size for each in entries) > size
    if is_dense or is_folded or unpacked > MOST_UNPACKED or len(entries) > MOST_ENTRIES:
        raise ValidationError(DENSE, code="dense")


def _refuse_unsafe(archive: ZipFile) -> None:
    for entry in archive.infolist():
        if leads_outside(entry) or needs_password(entry):
            raise ValidationError(UNSAFE, code="unsafe", params={"name": entry.filename})


def is_zip(file: File) -> bool:
    """Whether it is an archive; ``ValidationError`` if there are programs in it."""
    with opened_archive(file) as archive:
        for name in archive.namelist() if archive else ():
            if PurePosixPath(name.lower()).suffix in PROGRAMS:
                raise ValidationError(PROGRAM, code="program", params={"name": name})
        return archive is not None


def member(archive: ZipFile, name: str, most: int = MEGABYTE) -> bytes:
    """The beginning of a file in an archive; empty if it is not there, or damaged."""
    try:
        with archive.open(name) as found:
            return found.read(most)
    except (KeyError, *ARCHIVE_FAULTS):
        return b""
