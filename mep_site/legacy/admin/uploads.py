"""Takes uploaded files apart: text files as they are, ZIP archives within limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from mep_site.foreign_archives import ARCHIVE_FAULTS, leads_outside, needs_password

MOST_FILES = 2_000
LARGEST_FILE = 20 * 1024 * 1024
# What all files of an upload may come to when they are unpacked.
LARGEST_TOTAL = 100 * 1024 * 1024
# Text shrinks to a fifth or a tenth; what shrinks much more is a bomb.
GREATEST_RATIO = 100
NESTED = {".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".zst"}


@dataclass
class Allowance:
    """What is left of the limits of one upload."""

    files: int = MOST_FILES
    size: int = LARGEST_TOTAL

    def take(self, size: int) -> None:
        """Count one more file; refuse the upload if it is one too many."""
        self.files -= 1
        self.size -= size
        if self.files < 0:
            raise ValidationError(
                _("There are more than %(count)d files. Divide them into several uploads.")
                % {"count": MOST_FILES}
            )
        if size > LARGEST_FILE or self.size < 0:
            raise ValidationError(
                _(
                    "The upload is too large: a file may have %(file)s and all files together "
                    "%(total)s. Divide it."
                )
                % {"file": filesizeformat(LARGEST_FILE), "total": filesizeformat(LARGEST_TOTAL)}
            )


def files_of(uploads: list[UploadedFile]) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every file; ``ValidationError`` says what is not accepted."""
    allowance = Allowance()
    for upload in uploads:
        if is_zipfile(upload):
            yield from _unpacked(upload, allowance)
        else:
            allowance.take(upload.size)
            upload.seek(0)
            yield upload.name, upload.read()


def _unpacked(upload: UploadedFile, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    try:
        with ZipFile(upload) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            for entry in entries:
                check_entry(entry)
                allowance.take(entry.file_size)
            for entry in entries:
                yield entry.filename, _content(archive, entry)
    except ARCHIVE_FAULTS as error:
        raise ValidationError(
            _("The archive %(name)s is damaged. Pack it again.") % {"name": upload.name}
        ) from error


def check_entry(entry: ZipInfo) -> None:
    """Refuse an entry that is no plain file below the archive, or too well packed."""
    values = {"name": entry.filename}
    if leads_outside(entry):
        raise ValidationError(_("The archive has an entry outside itself: %(name)s.") % values)
    if PurePosixPath(entry.filename).suffix.lower() in NESTED:
        raise ValidationError(
            _("The archive holds another archive: %(name)s. Unpack it first.") % values
        )
    if needs_password(entry):
        raise ValidationError(_("The archive is encrypted: %(name)s. Pack it again.") % values)
    if entry.file_size > GREATEST_RATIO * max(1, entry.compress_size):
        raise ValidationError(
            _("The archive is packed suspiciously densely: %(name)s. Upload the file itself.")
            % values
        )


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    """The bytes of an entry; never more than it declares."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise BadZipFile
    return content
