"""ZIP archives that come from anybody: what may be wrong with them."""

import stat
import struct
import zlib
from lzma import LZMAError
from pathlib import PurePosixPath
from zipfile import BadZipFile, LargeZipFile, ZipInfo

# What comes of reading a damaged archive; ``zipfile`` turns only some of it into an error of its
# own: names that are no text, methods that nobody knows, streams that end too early.
ARCHIVE_FAULTS = (
    BadZipFile,
    LargeZipFile,
    LZMAError,
    NotImplementedError,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
LOCKED = 0x1


def leads_outside(entry: ZipInfo) -> bool:
    """Whether an entry would be unpacked elsewhere than below its archive, or is a link."""
    name = entry.filename.replace("\\", "/")
    path = PurePosixPath(name)
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return path.is_absolute() or ".." in path.parts or ":" in name or is_link


def needs_password(entry: ZipInfo) -> bool:
    """Whether an entry can be read with a password only."""
    return bool(entry.flag_bits & LOCKED)
