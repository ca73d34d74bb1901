"""ZIP archives, read with care: nothing is unpacked to disk, and little is believed.

Those that are written say the same whenever they are: no time is in them.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from mep_site.foreign_archives import ARCHIVE_FAULTS, leads_outside, needs_password

from ..texts.returned import UnreadableError

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_CONTENT = 60 * 1024 * 1024
MOST_MEMBERS = 2_000
# A text of one sentence over and over shrinks to a twentieth; a bomb to a thousandth.
GREATEST_RATIO = 200
PIECE = 64 * 1024
# The first that the format knows.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def archive_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive with these files, by their names."""
    archive = BytesIO()
    with ZipFile(archive, "w") as writer:
        for name, content in files:
            entry = ZipInfo(name, NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            writer.writestr(entry, content)
    return archive.getvalue()


def is_archive(content: bytes) -> bool:
    """Whether a file says that it is a ZIP archive."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members_of(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of an archive by their names; :class:`UnreadableError` if it is no honest one."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_too_many(entries)
            left = LARGEST_CONTENT
            for entry in entries:
                _refuse_dangerous(entry)
                if not entry.is_dir():
                    found = _read(archive, entry, left)
                    left -= len(found)
                    yield entry.filename, found
    except ARCHIVE_FAULTS as error:
        raise UnreadableError(
            _("The archive is damaged, and nothing was taken from it. Make it once more.")
        ) from error


def _refuse_too_many(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_MEMBERS or sum(each.file_size for each in entries) > LARGEST_CONTENT:
        raise UnreadableError(_too_large())


def _too_large() -> str:
    return _(
        "The archive holds more than any that this site exports, and nothing was taken from it. "
        "Send its files one by one."
    )


def _refuse_dangerous(entry: ZipInfo) -> None:
    if leads_outside(entry) or needs_password(entry):
        raise UnreadableError(
            _(
                "The archive holds a file that leads out of it or is locked by a password: "
                "“%(name)s”. It may be an attack, and nothing was taken from it."
            )
            % {"name": entry.filename}
        )
    if entry.file_size > GREATEST_RATIO * max(entry.compress_size, PIECE // GREATEST_RATIO):
        raise UnreadableError(_too_large())


def _read(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    """A file of an archive, read no further than there is room, whatever the archive says."""
    found = bytearray()
    with archive.open(entry) as member:
        while piece := member.read(PIECE):
            found += piece
            if len(found) > most:
                raise UnreadableError(_too_large())
    return bytes(found)
