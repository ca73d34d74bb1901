"""A bag in a tar file: every part of it is named with its SHA-256, so that any change is noticed.

The form is BagIt 1.0 (RFC 8493), which archives use: ``tar -x`` and ``sha256sum --check`` are
enough to read and to check it without this site. The list of the lists comes last, so that a file
that was cut off is never whole.
"""

import os
import re
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Self

from ..errors import DamagedArchiveError

FOLDER = "backup"
PAYLOAD = "data/"
DECLARATION = "bagit.txt"
INFORMATION = "bag-info.txt"
PAYLOAD_LIST = "manifest-sha256.txt"
LIST_OF_LISTS = "tagmanifest-sha256.txt"
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

CHUNK = 1024 * 1024
# What is larger waits on the disk until its size is known.
IN_MEMORY = 16 * CHUNK
# In a list: what would end its line, and the sign by which that is written.
ESCAPES = {"%": "%25", "\n": "%0A", "\r": "%0D"}
LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


class BagWriter:
    """Writes a bag from its first byte to its last one; the stream need not be able to go back."""

    @classmethod
    @contextmanager
    def on(cls, stream: IO[bytes]) -> Iterator[Self]:
        """A new bag; it is whole if it is finished before the block ends."""
        with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            yield cls(tar)

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._written_at = datetime.now(UTC)
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self.payload_bytes = 0
        self._add_tag(DECLARATION, BAGIT)

    @property
    def payload_files(self) -> int:
        return len(self._payload)

    def add(self, name: str, content: IO[bytes]) -> None:
        """Add what ``content`` has, up to its end, under a name below the payload's folder.

        It may grow or shrink while it is read: what counts is what was read.
        """
        summed = sha256()
        with SpooledTemporaryFile(IN_MEMORY) as read:
            while chunk := content.read(CHUNK):
                summed.update(chunk)
                read.write(chunk)
            size = read.tell()
            read.seek(0)
            self._write(PAYLOAD + name, size, read)
        self._payload[PAYLOAD + name] = summed.hexdigest()
        self.payload_bytes += size

    def finish(self, tags: Mapping[str, bytes]) -> None:
        """Add files about the payload, and the lists of everything. Nothing comes after this."""
        for name, content in tags.items():
            self._add_tag(name, content)
        information = (
            f"Bagging-Date: {self._written_at:%Y-%m-%d}\n"
            f"Payload-Oxum: {self.payload_bytes}.{self.payload_files}\n"
        )
        self._add_tag(INFORMATION, information.encode())
        self._add_tag(PAYLOAD_LIST, _listed(self._payload))
        self._add_tag(LIST_OF_LISTS, _listed(self._tags))

    def _add_tag(self, name: str, content: bytes) -> None:
        self._write(name, len(content), BytesIO(content))
        self._tags[name] = sha256(content).hexdigest()

    def _write(self, name: str, size: int, content: IO[bytes]) -> None:
        member = tarfile.TarInfo(f"{FOLDER}/{name}")
        member.size, member.mode, member.mtime = size, 0o600, int(self._written_at.timestamp())
        self._tar.addfile(member, content)


class BagReader:
    """A bag in a file."""

    @classmethod
    @contextmanager
    def of(cls, file: Path) -> Iterator[Self]:
        """The bag, open until the block ends; ``DamagedArchiveError`` if it is none of ours."""
        try:
            with tarfile.open(file, "r:") as tar:
                yield cls(tar)
        except tarfile.TarError as error:
            raise DamagedArchiveError(f"{file} is not a whole archive: {error}.") from error

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._members = {_name_of(member): member for member in tar}

    def tag(self, name: str) -> bytes:
        """The content of a file about the payload."""
        with self._opened(name) as content:
            return content.read()

    def open(self, name: str) -> IO[bytes]:
        """A part of the payload, to be read; seeking in it is possible."""
        return self._opened(PAYLOAD + name)

    def names(self, below: str = "") -> list[str]:
        """The parts of the payload below a folder of it, which ends with a slash, in order."""
        names = (name for name in self._members if name.startswith(PAYLOAD + below))
        return sorted(name.removeprefix(PAYLOAD) for name in names)

    def digest(self, name: str) -> str:
        """The SHA-256 of a part of the payload, as listed."""
        return self._payload_list[PAYLOAD + name]

    def check(self) -> None:
        """Read everything; ``DamagedArchiveError`` names the first part that is not as written."""
        tags = _parsed(self.tag(LIST_OF_LISTS))
        listed = tags | self._payload_list
        written = self._members.keys() - {LIST_OF_LISTS}
        if gone := sorted(listed.keys() - written):
            raise DamagedArchiveError(f"{gone[0]} is missing from the archive.")
        if strange := sorted(written - listed.keys()):
            raise DamagedArchiveError(f"{strange[0]} is in the archive without being listed.")
        for name, digest in listed.items():
            if self._sum(name) != digest:
                raise DamagedArchiveError(f"{name} is not what was written into the archive.")

    @cached_property
    def _payload_list(self) -> dict[str, str]:
        return _parsed(self.tag(PAYLOAD_LIST))

    def _sum(self, name: str) -> str:
        summed = sha256()
        with self._opened(name) as content:
            while chunk := content.read(CHUNK):
                summed.update(chunk)
        return summed.hexdigest()

    def _opened(self, name: str) -> IO[bytes]:
        member = self._members.get(name)
        content = self._tar.extractfile(member) if member else None
        if content is None:
            raise DamagedArchiveError(f"{name} is missing from the archive.")
        return content


def _name_of(member: tarfile.TarInfo) -> str:
    """Its name in the bag; ``DamagedArchiveError`` for what we would never have written."""
    folder, _, name = member.name.partition("/")
    is_below = folder == FOLDER and name and os.path.normpath(name) == name
    if not (member.isreg() and is_below) or name.startswith(("/", "..")):
        raise DamagedArchiveError(f"{member.name!r} does not belong into an archive of this site.")
    return name


def _listed(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {_escaped(name)}\n" for name, digest in digests.items()).encode()


def _parsed(listing: bytes) -> dict[str, str]:
    return {name: digest for digest, name in _lines(listing)}


def _lines(listing: bytes) -> Iterator[tuple[str, str]]:
    for line in listing.decode(errors="replace").removesuffix("\n").split("\n"):
        match = LINE.fullmatch(line)
        if match is None:
            raise DamagedArchiveError(f"A list of the archive has the line {line!r}.")
        yield match[1], _unescaped(match[2])


def _escaped(name: str) -> str:
    for character, escape in ESCAPES.items():
        name = name.replace(character, escape)
    return name


def _unescaped(name: str) -> str:
    for character, escape in reversed(ESCAPES.items()):
        name = name.replace(escape, character)
    return name
